#pragma once
// What makes an enterprise come to a cloud sooner or later than others, beside its peers and the park's policies: sector, size, quality of
// access; and what bars it. Log-odds relative to other enterprises: the level of all of them is calibrated. The order of the sectors is an
// assumption (docs/cloud.md).
#include <array>
#include <cstdint>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/cloud/adoption/options.h"
#include "engine/simulators/cloud/adoption/policies.h"

namespace parktwin::cloud::adoption {

/// How well each enterprise's access meets its need, 0 (no path) to 1 (met). Empty: unknown, taken as met.
struct AccessQuality {
  std::vector<double> of_enterprise;
};

/// 0 (least digital) to 1.
[[nodiscard]] double digital_rank(Sector sector);

enum class Barrier { none, access, data_class, it_staff };

struct Drivers {
  std::vector<double> leaning;  ///< log-odds of sector and size
  std::vector<double> access;   ///< quality, 1 where unknown
};

/// Precondition: access for every enterprise of the park, or none.
[[nodiscard]] Drivers drivers_of(const Park& park, const AccessQuality& access, const Options& options);

/// Log-odds of sector, size and access, the access mended by `better_access`.
[[nodiscard]] double own_value(const Drivers& drivers, std::size_t enterprise, double better_access, const Options& options);

/// The first that stands in its way under that help, in the order of the list.
[[nodiscard]] Barrier barrier_of(const Enterprise& enterprise, double access_quality, const Help& help, const Options& options);

}  // namespace parktwin::cloud::adoption
