#include "cli/dispatch_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

Park park_with_mill() {
  Enterprise mill;
  mill.id = "E-7";
  mill.name = "Mill";
  mill.name_zh = "磨坊";
  LoadFlexibility load;
  load.id = "LF-1";
  load.enterprise = Id<Enterprise>(0);
  Park park;
  park.enterprises = Part(Table(std::vector<Enterprise>{mill}));
  park.load_flexibility = Part(Table(std::vector<LoadFlexibility>{load}));
  return park;
}

energy::Result year() {
  energy::Result result;
  result.year = 2025;
  result.flexibility = {"", 120.0, 3.0, 4500.0, 90000.0, {{Id<LoadFlexibility>(0), 500.0, 120.0, 200.0, 3.0, 21.0, 4500.0}}};
  result.green_power = {2000.0, 0.25, 40000.0, true, 1170.0};
  result.trade_off.points = {{0.0, 2e6, 5000.0, 9000.0, 0.0, 40.0, 100.0, 0.0, {}},
                             {100.0, 2.1e6, 4000.0, 9000.0, 1500.0, 40.0, 90.0, 0.0, 100.0}};
  return result;
}

TEST(DispatchTable, TellsWhatMovedWhatIsGreenAndWhatATonneCosts) {
  Terminal terminal;
  const std::string text = dispatch_table(year(), park_with_mill(), terminal.session);
  EXPECT_THAT(text, HasSubstr("flexible loads: 120 MWh moved, 3 MWh interrupted for 4500 CNY; 90000 CNY saved beyond that"));
  EXPECT_THAT(text, HasSubstr("Mill (E-7)"));
  EXPECT_THAT(text, HasSubstr("moved 120 of 500 MWh, interrupted 3.0 of 200 MWh in 21 h"));
  EXPECT_THAT(text,
              HasSubstr("green power: 2000 MWh, 25.0 % of what is drawn, for a premium of 40000 CNY; avoids 1170 t by market; all of it"));
  EXPECT_THAT(text, HasSubstr("100     2.100      4000      9000      1500        40      90     100.0"));
}

TEST(DispatchTable, SaysWhyNothingMovesOrIsCurved) {
  Terminal terminal;
  energy::Result result = year();
  result.flexibility.reason = "loads move with perfect foresight only";
  result.trade_off = {"no emission factors are given", {}};
  const std::string text = dispatch_table(result, park_with_mill(), terminal.session);
  EXPECT_THAT(text, HasSubstr("flexible loads run as planned: loads move with perfect foresight only"));
  EXPECT_THAT(text, HasSubstr("no curve of cost against carbon: no emission factors are given"));
}

TEST(DispatchTable, TellsWhichSizesCostLeast) {
  Terminal terminal;
  energy::Result result = year();
  result.sizing = {"", 3e6, 2.5e6, 900.0, 800.0, 70.0, 60.0, {}};
  result.sizing.units = {
      {"roofs", energy::SizedKind::photovoltaic, "", 1500.0, true, 4.5e6, 5e5},
      {"tank", energy::SizedKind::heat_store, "no unit of the park makes heat that could be stored", 0.0, false, 0.0, 0.0}};
  const std::string text = dispatch_table(result, park_with_mill(), terminal.session);
  EXPECT_THAT(text, HasSubstr("cheapest sizes: 2.50 instead of 3.00 million CNY a year with annuities, 800 instead of 900 t"));
  EXPECT_THAT(text, HasSubstr("1500 kW (the most allowed), outlay 4.50 million CNY, 0.50 a year"));
  EXPECT_THAT(text, HasSubstr("no unit of the park makes heat"));
  result.sizing = {};
  result.sizing.reason = "balance of heat";
  EXPECT_THAT(dispatch_table(result, park_with_mill(), terminal.session), HasSubstr("nothing is sized: balance of heat"));
}

TEST(DispatchTable, SpeaksChineseAndIsSilentAboutNothing) {
  Terminal terminal;
  EXPECT_EQ(dispatch_table({}, Park{}, terminal.session), "");
  terminal.session.language = viz::Language::zh;
  const std::string text = dispatch_table(year(), park_with_mill(), terminal.session);
  EXPECT_THAT(text, HasSubstr("可调负荷：转移 120 MWh"));
  EXPECT_THAT(text, HasSubstr("磨坊 (E-7)"));
  EXPECT_THAT(text, HasSubstr("绿电：2000 MWh"));
}

}  // namespace
}  // namespace parktwin::cli
