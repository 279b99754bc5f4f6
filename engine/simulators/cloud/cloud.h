#pragma once
// Cloud adoption as the registry records it: which enterprises have at least one business system or data set on a cloud.
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::cloud {

struct Options {
  CloudLevel counted_level = CloudLevel::infrastructure;  ///< shallowest level that counts as being on the cloud
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"counted_level", "", "shallowest level of use that counts as being on the cloud"}, options.counted_level);
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
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"enterprises", "", "state per enterprise"}, result.enterprises);
  visit(Field{"on_cloud", "", "enterprises on a cloud"}, result.on_cloud);
  visit(Field{"on_public_cloud", "", "enterprises on a public or hybrid cloud"}, result.on_public_cloud);
  visit(Field{"employees", "", "employees of all enterprises"}, result.employees);
  visit(Field{"employees_on_cloud", "", "employees of enterprises on a cloud"}, result.employees_on_cloud);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options);

}  // namespace parktwin::cloud
