#include "canon/canon.h"

namespace zhibiao {

void canonicalise(Observation& observation, const ReportMeta& meta, const Grammar&) {
  observation.region = meta.region;
}

}  // namespace zhibiao
