#include "cli/needs_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using needs::ScenarioState;
using testing::HasSubstr;
using testing::Not;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

TEST(NeedsTable, TellsWhatWorksAndWhyTheRestDoesNot) {
  Terminal terminal;
  Park park;
  needs::Result result;
  EXPECT_EQ(needs_table(result, park, terminal.session), "");
  std::vector<NetworkedScenario> scenarios(14);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    scenarios[i].id = "S-" + std::to_string(i);
    const auto state = i < 2 ? ScenarioState::works : i == 2 ? ScenarioState::not_deployed : ScenarioState::no_needs;
    result.scenarios.push_back({Id<NetworkedScenario>(i), {}, {}, state, 0, 0});
  }
  park.networked_scenarios = Part(Table(scenarios));
  std::vector<Enterprise> enterprises(1);
  enterprises[0].id = "E-1";
  park.enterprises = Part(Table(enterprises));
  NewModeUse use;
  use.id = "NM-1";
  use.enterprise = Id<Enterprise>(0);
  park.new_modes = Part(Table(std::vector<NewModeUse>{use}));
  result.scenarios.push_back({{}, {}, Id<NewModeUse>(0), ScenarioState::works, 1, 1});
  const std::string text = needs_table(result, park, terminal.session);
  EXPECT_THAT(text, HasSubstr("  2 of 14 networked scenarios get what they need\n    S-2: not deployed\n"));
  EXPECT_THAT(text, HasSubstr("    S-11: declares nothing that it needs\n    ... 2\n"));
  EXPECT_THAT(text, Not(HasSubstr("S-12")));
  EXPECT_THAT(text, HasSubstr("  1 of 1 uses of new modes get what they need\n"));
  EXPECT_THAT(text, Not(HasSubstr("factories")));
  terminal.session.language = viz::Language::zh;
  EXPECT_THAT(needs_table(result, park, terminal.session), HasSubstr("  2 / 14 项网络化场景所需条件全部满足\n    S-2：未部署\n"));
}

}  // namespace
}  // namespace parktwin::cli
