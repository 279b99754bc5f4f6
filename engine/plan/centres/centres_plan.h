#pragma once
// The smallest extension of the park's data centres that carries given workloads: servers, racks, storage and uplink of each. Several
// centres share the workloads in proportion to their cores (engine/simulators/cloud/data_centre), so a server more in one takes load off
// the others. Exact: all numbers of servers are looked at, racks, storage and uplink follow from them; with too many of those only
// extensions of one centre are, and the bound is the servers alone.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/cloud/data_centre/data_centre.h"

namespace parktwin::plan {

/// Present value of one more.
struct CentrePrices {
  double server_cny = 0.0;
  double rack_cny = 0.0;
  double storage_cny_per_tb = 0.0;
  double uplink_cny = 0.0;  ///< of a faster uplink, whatever its rate
};

struct CentreSizes {
  std::int32_t servers = 1;
  std::int32_t racks = 1;
  double storage_tb = 0.0;
  std::optional<double> uplink_mbps;  ///< none: as it is
};

struct CentresPlan {
  bool found = false;
  std::vector<CentreSizes> sizes;  ///< in the order of the centres given
  double cost_cny = 0.0;
  double bound_cny = 0.0;  ///< no extension costs less
  std::string reason_en;
  std::string reason_zh;
};

/// `centres`: those in operation, at least one. `employees`: whose workloads they carry together, weighted by depth of use. `most_numbers`:
/// numbers of servers that are looked at.
[[nodiscard]] CentresPlan extend_centres(const Park& park, const std::vector<DataCentre>& centres, double employees,
                                         const cloud::data_centre::Options& options, const CentrePrices& prices,
                                         std::int64_t most_numbers = 1000000);

/// Whether they carry the workloads: every resource of every centre suffices.
[[nodiscard]] bool carry(const Park& park, const std::vector<DataCentre>& centres, double employees,
                         const cloud::data_centre::Options& options);

/// With those sizes.
[[nodiscard]] DataCentre sized(DataCentre centre, const CentreSizes& sizes);

/// Hosted employees whose workloads results of data centres are about, today or at the horizon: the most of what is asked.
enum class HostedAt { today, median, p90 };
[[nodiscard]] double hosted_employees_of(const Park& park, const cloud::data_centre::Result& result,
                                         const cloud::data_centre::Options& options, HostedAt at);

/// A first centre at the network node whose links carry the workloads or, where none do, carry the most; fed by the nearest bus of at most
/// 20 kV. None where the park has no core router or aggregation switch in operation.
[[nodiscard]] std::optional<DataCentre> first_centre(const Park& park, double employees, const cloud::data_centre::Options& options);

}  // namespace parktwin::plan
