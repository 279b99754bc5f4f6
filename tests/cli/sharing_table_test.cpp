#include "cli/sharing_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using services::pooling::Mode;
using services::pooling::Outcome;
using testing::HasSubstr;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

TEST(SharingTable, TellsTheDayOfANodeAndWhatPoolingSaves) {
  Terminal terminal;
  Park park;
  services::Result result;
  EXPECT_EQ(sharing_table(result, park, terminal.session), "");
  IdentifierNode node;
  node.id = "IN-1";
  IdentifierNode planned;
  planned.id = "IN-2";
  park.identifier_nodes = Part(Table(std::vector<IdentifierNode>{node, planned}));
  std::vector<SharedResource> resources(2);
  resources[0].id = "SR-1";
  resources[1].id = "SR-2";
  park.shared_resources = Part(Table(resources));
  services::IdentifierNodeFigures day;
  day.node = Id<IdentifierNode>(0);
  day.simulated = true;
  day.answered_per_day = 120'000;
  day.enterprises = 40;
  day.availability = 0.9995;
  services::IdentifierNodeFigures none;
  none.node = Id<IdentifierNode>(1);
  none.reason = "its service is not in operation";
  result.identifiers.nodes = {day, none};
  result.pooling.resources = {{Id<SharedResource>(0), Outcome::pooling_saves, "", 125'000.0, 4'000.0, 10, true, 3.5, 2},
                              {Id<SharedResource>(1), Outcome::unstable, "the pool is offered 1.20 times what it can do", 0, 0, 10, false}};
  services::pooling::ModeFigures pool;
  pool.resource = Id<SharedResource>(0);
  pool.simulated = true;
  pool.load = 0.75;
  pool.wait_h = 1.5;
  result.pooling.modes = {pool};
  result.identifiers.processes = {{"pump", IdentifierMode::product_traceability, 5, 5, 0.99, 120.0},
                                  {"valve", IdentifierMode::quality_control, 3, 2, 0.0, 60.0}};
  const std::string text = sharing_table(result, park, terminal.session);
  EXPECT_THAT(text, HasSubstr("identifier node IN-1: 120000 ± 0 resolutions a day for 40 enterprises, 99.950 % answered"));
  EXPECT_THAT(text, HasSubstr("identifier node IN-2: its service is not in operation\n"));
  EXPECT_THAT(text, HasSubstr("pooling saves for 1 of 2 shared resources"));
  EXPECT_THAT(text, HasSubstr("0.75      1.50         -         -"));
  EXPECT_THAT(text, HasSubstr("125 ± 4  sharing saves\n"));
  EXPECT_THAT(text, HasSubstr("7 of 8 steps found by identifiers, 1 of 2 processes traced as a whole, longest mean trace 120 ms\n"));
  EXPECT_THAT(text, HasSubstr("the variance of a saving is 3.5 to 4 times smaller than with independent ones\n"));
  EXPECT_THAT(text, HasSubstr("overloaded: the pool is offered 1.20 times what it can do\n"));
  terminal.session.language = viz::Language::zh;
  EXPECT_THAT(sharing_table(result, park, terminal.session),
              AllOf(HasSubstr("1 / 2 项共享资源共享后节约"), HasSubstr("125 ± 4  共享节约\n"), HasSubstr("过载\n")));
}

}  // namespace
}  // namespace parktwin::cli
