#pragma once
// What makes a supply link, a cloud policy or a data centre impossible beyond the ranges of its single fields: a link of an enterprise with
// itself, circles of links in which each customer waits for its supplier, sectors that do not exist, a share above one, sizes or power the
// wrong way round, more spare servers than servers.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct CloudFault {
  std::string_view table;
  std::string record;  ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All of them. References that lead outside their tables are left to the check of single fields.
[[nodiscard]] std::vector<CloudFault> cloud_faults(const Park& park);

}  // namespace parktwin
