#pragma once
// The access part of a proposal: splitters, who hangs below them and over how much fibre, and what it costs.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::plan {

struct ProposedSplitter {
  std::string splitter;
  std::string terminal;
  bool terminal_bought = false;
  std::int32_t ratio = 2;
  double x_m = 0.0;
  double y_m = 0.0;
  std::vector<std::string> enterprises;
  double feeder_m = 0.0;
  double drops_m = 0.0;
  double loss_db = 0.0;
  double spare_db = 0.0;
};

template <class Visitor, DescribedAs<ProposedSplitter> Self>
void describe(Visitor&& visit, Self& splitter) {
  visit(Field{"splitter", "", "id of the new splitter"}, splitter.splitter);
  visit(Field{"terminal", "", "line terminal that feeds it"}, splitter.terminal);
  visit(Field{"terminal_bought", "", "that terminal is new too"}, splitter.terminal_bought);
  visit(Field{"ratio", "", "ways out"}, splitter.ratio);
  visit(Field{"x_m", "m", "east of the origin"}, splitter.x_m);
  visit(Field{"y_m", "m", "north of the origin"}, splitter.y_m);
  visit(Field{"enterprises", "", "enterprises that hang below it"}, splitter.enterprises);
  visit(Field{"feeder_m", "m", "fibre from the line terminal"}, splitter.feeder_m);
  visit(Field{"drops_m", "m", "fibre to all its units"}, splitter.drops_m);
  visit(Field{"loss_db", "dB", "to its furthest unit, without margin"}, splitter.loss_db);
  visit(Field{"spare_db", "dB", "of that unit: largest loss of the class less margin and loss"}, splitter.spare_db);
}

struct ProposedAccess {
  std::vector<ProposedSplitter> splitters;
  std::vector<std::string> left_out;  ///< enterprises that cannot be lit, with the reason
  double trench_m = 0.0;
  double cable_m = 0.0;
  double cable_in_standing_ducts_m = 0.0;
  double capital_cny = 0.0;
  double present_value_cny = 0.0;
  double lower_bound_cny = 0.0;
};

template <class Visitor, DescribedAs<ProposedAccess> Self>
void describe(Visitor&& visit, Self& access) {
  visit(Field{"splitters", "", "splitters to build"}, access.splitters);
  visit(Field{"left_out", "", "enterprises that cannot be connected, and why"}, access.left_out);
  visit(Field{"trench_m", "m", "length of new trenches"}, access.trench_m);
  visit(Field{"cable_m", "m", "length of new cables"}, access.cable_m);
  visit(Field{"cable_in_standing_ducts_m", "m", "of them, in ducts that are there already or that the sites' plan digs"},
        access.cable_in_standing_ducts_m);
  visit(Field{"capital_cny", "CNY", "likely outlay, not discounted"}, access.capital_cny);
  visit(Field{"present_value_cny", "CNY", "likely net present value"}, access.present_value_cny);
  visit(Field{"lower_bound_cny", "CNY", "no access of one stage of splitters over these ways costs less"}, access.lower_bound_cny);
}

}  // namespace parktwin::plan
