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

std::optional<BaseQuantity> to_base(const Decimal& value, std::string_view written_unit, const FigureWords& words) {
  std::string_view unit = written_unit;
  const Decimal number = value.shifted(take_multipliers(unit, words));
  if (unit.empty()) {
    if (written_unit.empty()) return std::nullopt;
    return BaseQuantity{number, ""};
  }
  const std::optional<UnitHit> hit = read_unit(unit, 0, words, false);
  if (!hit || hit->end != unit.size()) return std::nullopt;
  if (hit->compound) return BaseQuantity{number, std::string(unit)};
  if (is_scaleless(*hit->info)) return std::nullopt;
  return BaseQuantity{number * hit->info->factor, hit->info->base};
}

}  // namespace zhibiao
