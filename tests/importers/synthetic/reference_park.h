#pragma once
// The reference park, generated once per test program.
#include "importers/synthetic/synthetic.h"

namespace parktwin::importers::synthetic {

inline const Park& reference_park() {
  static const Park park = generate_park({});
  return park;
}

}  // namespace parktwin::importers::synthetic
