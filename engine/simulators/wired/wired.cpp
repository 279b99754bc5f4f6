#include "engine/simulators/wired/wired.h"

namespace parktwin::wired {

Result simulate(const Park& park, const Options& options) {
  return {topology::simulate(park, options.topology), ipv6::simulate(park, options.ipv6), failures::simulate(park, options.failures),
          optical::simulate(park, options.optical)};
}

}  // namespace parktwin::wired
