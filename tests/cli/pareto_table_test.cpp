#include "cli/pareto_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

plan::ParetoFront front() {
  plan::ParetoFront made;
  made.axis = plan::ParetoAxis::carbon;
  made.points.resize(3);
  for (std::size_t i = 0; i < 2; ++i) {
    auto& point = made.points[i];
    point.outcome = plan::ProposalOutcome::planned;
    point.target_percent = 30.0 * static_cast<double>(i + 1);
    point.reached_percent = point.target_percent + 1.0;
    point.cost_cny = 500000.0 * static_cast<double>(i + 1);
    point.lower_bound_cny = 400000.0;
    point.emissions_t = 900.0;
  }
  made.points[1].dominated = true;
  made.points[2].target_percent = 90.0;
  made.points[2].reason_en = "gas";
  made.points[2].reason_zh = "燃气";
  return made;
}

Session session_of(std::ostringstream& out, Progress& progress) { return {.out = out, .err = out, .progress = progress}; }

TEST(ParetoTable, PlansBoundsAndWhereItEnds) {
  std::ostringstream out;
  Progress progress;
  auto session = session_of(out, progress);
  const auto text = pareto_table(front(), session);
  EXPECT_THAT(text, ContainsRegex("30.00 % +31.00 % +500.0 +400.0 +900\n"));
  EXPECT_THAT(text, ContainsRegex("60.00 % +61.00 % +1000.0 +400.0 +900  another plan is better\n"));
  EXPECT_THAT(text, ContainsRegex("90.00 %  no plan: gas\n"));
  session.language = viz::Language::zh;
  EXPECT_THAT(pareto_table(front(), session), HasSubstr("无方案：燃气"));
}

TEST(ParetoTable, AsCsv) {
  EXPECT_EQ(pareto_csv(front()),
            "target_percent,outcome,reached_percent,cost_cny,lower_bound_cny,emissions_t,dominated\n"
            "30,planned,31,500000,400000,900,false\n60,planned,61,1000000,400000,900,true\n90,no_plan,0,0,0,,false\n");
}

TEST(ParetoTable, AsAChartWithADotPerPlan) {
  std::ostringstream out;
  Progress progress;
  const auto svg = pareto_svg(front(), session_of(out, progress));
  std::size_t dots = 0;
  for (std::size_t at = svg.find("<circle"); at != std::string::npos; at = svg.find("<circle", at + 1)) ++dots;
  EXPECT_EQ(dots, 2U);
  EXPECT_THAT(svg, HasSubstr("clean energy, %"));
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
  EXPECT_THAT(pareto_svg({}, session_of(out, progress)), Not(HasSubstr("nan")));
}

TEST(ParetoTable, ChartHasRoundNumbersAtItsLines) {
  std::ostringstream out;
  Progress progress;
  plan::ParetoFront front;
  front.axis = plan::ParetoAxis::coverage;
  front.points.resize(2);
  for (auto& point : front.points) point.outcome = plan::ProposalOutcome::planned;
  front.points[0].reached_percent = 36.49;
  front.points[0].cost_cny = front.points[0].lower_bound_cny = 538.4e3;
  front.points[1].reached_percent = 101.2;
  front.points[1].cost_cny = 1676.3e3;
  front.points[1].lower_bound_cny = 1495.3e3;
  const auto svg = pareto_svg(front, session_of(out, progress));
  for (const char* number : {">20<", ">40<", ">60<", ">80<", ">100<", ">120<", ">0<", ">0.5<", ">1<", ">1.5<", ">2<"}) {
    EXPECT_THAT(svg, HasSubstr(number));
  }
  EXPECT_THAT(svg, Not(HasSubstr(">36.5<")));
}

}  // namespace
}  // namespace parktwin::cli
