#include "cli/retrofit_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using retrofit::Measure;
using retrofit::Outcome;
using testing::HasSubstr;
using testing::Not;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

TEST(RetrofitTable, TellsWhatChangedAtTheRetrofittedAndWhoElseLoses) {
  Terminal terminal;
  Park park;
  retrofit::Result result;
  EXPECT_EQ(retrofit_table(result, park, terminal.session), "");
  std::vector<Enterprise> enterprises(12);
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    enterprises[i].id = "E-" + std::to_string(i);
    retrofit::EnterpriseOutcome outcome;
    outcome.enterprise = Id<Enterprise>(i);
    outcome.changes = i == 1 ? 2 : 0;
    if (i == 1) outcome.cost = Outcome::improved;
    if (i >= 2) outcome.quality = Outcome::worse;
    result.enterprises.push_back(outcome);
  }
  park.enterprises = Part(Table(enterprises));
  result.compared = true;
  result.changes = 2;
  retrofit::Figure figure;
  figure.subject = retrofit::Subject::enterprise;
  figure.id = "E-1";
  figure.enterprise = Id<Enterprise>(1);
  figure.measure = Measure::yearly_cost_cny;
  figure.before = 1000.0;
  figure.after = 150.0;
  figure.outcome = Outcome::improved;
  result.figures = {figure};
  figure.measure = Measure::availability;
  figure.outcome = Outcome::unchanged;
  result.figures.push_back(figure);
  result.not_compared.push_back({retrofit::Subject::tsn_flow, "TF-9", retrofit::WorkloadChange::after_only});
  const std::string text = retrofit_table(result, park, terminal.session);
  EXPECT_THAT(text, HasSubstr("  before and after 2 changes of the network, same workload\n"
                              "    E-1: cost improved, quality unchanged, efficiency unchanged\n"
                              "      yearly_cost_cny                    1000 -> 150          improved\n"
                              "    E-2: cost unchanged, quality worse, efficiency unchanged\n"));
  EXPECT_THAT(text, Not(HasSubstr("availability")));
  EXPECT_THAT(text, Not(HasSubstr("E-0")));
  EXPECT_THAT(text, HasSubstr("    ... 3\n    not compared: TF-9 after_only\n"));
  terminal.session.language = viz::Language::zh;
  EXPECT_THAT(retrofit_table(result, park, terminal.session), HasSubstr("    E-1：成本改善，质量不变，效率不变\n"));
}

}  // namespace
}  // namespace parktwin::cli
