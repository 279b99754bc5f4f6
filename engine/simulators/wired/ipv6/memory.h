#pragma once
// What is kept from one study of IPv6 to the next, of what did not change between them: the addressing plan, which does not ask what is in
// service. A result has the same bits with and without.
#include <string>

#include "engine/simulators/wired/ipv6/addressing_plan.h"

namespace parktwin::wired::ipv6 {

class Memory {
 public:
  /// As addressing_plan().
  [[nodiscard]] const AddressingPlan& addressing_plan(const Park& park, const std::string& park_prefix, std::uint64_t seed);

 private:
  AddressingPlan plan_;
  ContentHash plan_of_;
};

}  // namespace parktwin::wired::ipv6
