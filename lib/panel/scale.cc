#include "panel/scale.h"

#include "canon/units.h"
#include "text/error.h"

namespace zhibiao {

UnitScale scale_named(const std::string& unit, const FigureWords& words) {
  const std::optional<BaseQuantity> one = to_base(Decimal(1), unit, words);
  if (!one || one->value.is_zero()) throw Error("no unit that is known: " + unit);
  return {unit, one->unit, one->value};
}

}  // namespace zhibiao
