#pragma once
// What makes an identifier node, its applications or a shared resource impossible beyond the ranges of their single fields: a service of
// another kind, more active carriers than carriers, a day of queries that no run should count, laws of time whose deviation they cannot
// have, stocks filled up to less than the point of reorder, discounts that do not grow.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

struct SharingFault {
  std::string_view table;  ///< identifier_nodes, identifier_applications or shared_resources
  std::string record;      ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All of them. References that lead outside their tables are left to the check of single fields.
[[nodiscard]] std::vector<SharingFault> sharing_faults(const Park& park);

/// Queries of a day to a node: of its applications in operation and of its flood.
[[nodiscard]] double queries_per_day(const Park& park, Id<IdentifierNode> node);
constexpr double most_queries_per_day = 2e7;
constexpr double most_identifiers = 2e7;

}  // namespace parktwin
