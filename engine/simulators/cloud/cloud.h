#pragma once
// Cloud adoption as the registry records it: which enterprises have at least one business system or data set on a cloud; when the others
// are expected to follow, and whether the park's data centres carry their workloads.
#include <cstdint>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/cloud/adoption/adoption.h"
#include "engine/simulators/cloud/data_centre/data_centre.h"

namespace parktwin::cloud {

struct Options {
  CloudLevel counted_level = CloudLevel::infrastructure;  ///< shallowest level that counts as being on the cloud
  adoption::Options adoption;
  data_centre::Options data_centre;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"counted_level", "", "shallowest level of use that counts as being on the cloud"}, options.counted_level);
  visit(Field{"adoption", "", "forecast of adoption"}, options.adoption);
  visit(Field{"data_centre", "", "workloads and cooling of data centres"}, options.data_centre);
}

struct EnterpriseCloud {
  Id<Enterprise> enterprise;
  bool on_cloud = false;
  bool on_public_cloud = false;  ///< public or hybrid
};

template <class Visitor, DescribedAs<EnterpriseCloud> Self>
void describe(Visitor&& visit, Self& state) {
  visit(Field{"enterprise", "", "enterprise"}, state.enterprise);
  visit(Field{"on_cloud", "", "on a cloud at the counted level"}, state.on_cloud);
  visit(Field{"on_public_cloud", "", "on a public or hybrid cloud"}, state.on_public_cloud);
}

struct Result {
  std::vector<EnterpriseCloud> enterprises;  ///< in the order of the table
  std::int32_t on_cloud = 0;
  std::int32_t on_public_cloud = 0;
  std::int64_t employees = 0;
  std::int64_t employees_on_cloud = 0;
  std::vector<Note> notes;
  adoption::Result adoption;
  data_centre::Result data_centre;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"enterprises", "", "state per enterprise"}, result.enterprises);
  visit(Field{"on_cloud", "", "enterprises on a cloud"}, result.on_cloud);
  visit(Field{"on_public_cloud", "", "enterprises on a public or hybrid cloud"}, result.on_public_cloud);
  visit(Field{"employees", "", "employees of all enterprises"}, result.employees);
  visit(Field{"employees_on_cloud", "", "employees of enterprises on a cloud"}, result.employees_on_cloud);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
  visit(Field{"adoption", "", "forecast of adoption"}, result.adoption);
  visit(Field{"data_centre", "", "data centres under the workloads of adopters"}, result.data_centre);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options, const adoption::AccessQuality& access, std::uint64_t seed);

}  // namespace parktwin::cloud
