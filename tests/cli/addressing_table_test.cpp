#include "cli/addressing_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using wired::ipv6::AddressingPlan;
using wired::ipv6::PlanState;

AddressingPlan small_plan() {
  AddressingPlan plan;
  plan.prefixes = {{"2001:db8::/48", PrefixKind::park, "", "park", "", PlanState::kept},
                   {"2001:db8:0:100::/56", PrefixKind::enterprise, "E-1", "tools, \"large\"", "2001:db8::/48", PlanState::proposed}};
  plan.addresses = {{"N-1", "", "2001:db8:0:100::1", "2001:db8:0:100::/64", PlanState::proposed},
                    {"N-1", "L-1", "2001:db8:0:2:8000::", "2001:db8:0:2:8000::/127", PlanState::proposed}};
  return plan;
}

TEST(AddressingTable, OneRowPerPrefixAndAddress) {
  EXPECT_EQ(addressing_table(small_plan()),
            "prefix,kind,owner,usage,parent,state\n"
            "2001:db8::/48,park,,park,,kept\n"
            "2001:db8:0:100::/56,enterprise,E-1,\"tools, \"\"large\"\"\",2001:db8::/48,proposed\n"
            "2001:db8:0:100::1/128,address,N-1,,2001:db8:0:100::/64,proposed\n"
            "2001:db8:0:2:8000::/128,address,N-1,L-1,2001:db8:0:2:8000::/127,proposed\n");
}

TEST(AddressingTable, IsWrittenOrTheReasonSaid) {
  const Workplace workplace;
  write_addressing_table(small_plan(), workplace.path("plan.csv"));
  EXPECT_EQ(read_file(workplace.path("plan.csv")), addressing_table(small_plan()));
  EXPECT_THROW(write_addressing_table(small_plan(), workplace.path("nowhere/plan.csv")), OutputError);
}

}  // namespace
}  // namespace parktwin::cli
