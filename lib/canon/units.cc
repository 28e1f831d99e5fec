#include "canon/units.h"

#include "mention/glyph.h"
#include "mention/unit.h"

namespace zhibiao {
namespace {

// Takes 万, 亿, 千万, 百 … off the front of the unit and gives their power; stops before a unit that begins so (千瓦).
int take_multipliers(std::string_view& unit, const FigureWords& words) {
  int power = 0;
  while (!unit.empty()) {
    if (words.units.longest(unit, 0).length == unit.size()) break;
    const Glyph glyph = glyph_at(unit, 0);
    if (glyph.kind != GlyphKind::place && glyph.kind != GlyphKind::big) break;
    if (words.units.longest(unit, 0).length > glyph.length || power + glyph.value > 24) break;
    power += glyph.value;
    unit.remove_prefix(glyph.length);
  }
  return power;
}

bool is_scaleless(const UnitInfo& info) { return info.category == "multiple" || info.base.empty(); }

}  // namespace

WrittenUnit read_written_unit(std::string_view written, const FigureWords& words) {
  WrittenUnit unit{0, written, nullptr, false};
  unit.power = take_multipliers(unit.rest, words);
  if (unit.rest.empty()) return unit;
  const std::optional<UnitHit> hit = read_unit(unit.rest, 0, words, false);
  if (!hit || hit->end != unit.rest.size()) return unit;
  unit.info = hit->info;
  unit.compound = hit->compound;
  return unit;
}

std::optional<BaseQuantity> to_base(const Decimal& value, std::string_view written_unit, const FigureWords& words) {
  if (written_unit.empty()) return std::nullopt;
  const WrittenUnit unit = read_written_unit(written_unit, words);
  const Decimal number = value.shifted(unit.power);
  if (unit.rest.empty()) return BaseQuantity{number, ""};
  if (unit.info == nullptr) return std::nullopt;
  if (unit.compound) return BaseQuantity{number, std::string(unit.rest)};
  if (is_scaleless(*unit.info)) return std::nullopt;
  return BaseQuantity{number * unit.info->factor, unit.info->base};
}

}  // namespace zhibiao
