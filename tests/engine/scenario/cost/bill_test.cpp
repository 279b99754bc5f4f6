#include "engine/scenario/cost/bill.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/scenario.h"
#include "tests/engine/scenario/random_park.h"

namespace parktwin::costs {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Price price(const std::string& item, const std::string& change, double capital, double operating = 0.0) {
  Price one;
  one.item = item;
  one.change = change;
  one.unit = "piece";
  one.capital_low_cny = capital / 2.0;
  one.capital_likely_cny = capital;
  one.capital_high_cny = capital * 2.0;
  one.operating_low_cny = one.operating_likely_cny = one.operating_high_cny = operating;
  return one;
}

Price of_field(Price one, const std::string& field, const std::string& value = "", const std::string& measure = "", double per = 1.0) {
  one.field = field;
  one.value = value;
  one.measure = measure;
  one.per = per;
  return one;
}

/// A battery of 100 kWh, a tree and a switch.
Park small_park() {
  Park park;
  park.site = testing_park::random_park(1).site;
  Bus bus;
  bus.id = "BUS";
  park.buses = Part(Table(std::vector{bus}));
  Storage storage;
  storage.id = "BAT";
  storage.bus = Id<Bus>(0);
  storage.capacity = KilowattHours(100.0);
  park.storages = Part(Table(std::vector{storage}));
  Tree tree;
  tree.id = "T";
  park.trees = Part(Table(std::vector{tree}));
  return park;
}

std::vector<Change> changes_of(const std::string& text, int year = 0) {
  Problems problems;
  auto list = read_changes(yaml::parse_document(text, "s.yaml").root, "s.yaml", problems);
  EXPECT_TRUE(problems.empty()) << to_string(problems.list().at(0));
  for (auto& change : list) change.year = year;
  return list;
}

Bill bill_for(const std::vector<Change>& changes, const std::vector<Price>& prices) {
  const Park park = small_park();
  return bill_of(changes, park, apply_phases(park, changes), prices);
}

std::vector<std::string> lines_of(const Bill& bill) {
  std::vector<std::string> list;
  for (const auto& line : bill.lines)
    list.push_back(fmt::format("{} {} {} x {} = {}", line.year, line.record, line.item, line.quantity, line.capital_likely_cny));
  return list;
}

std::vector<std::string> unpriced(const Bill& bill) {
  std::vector<std::string> list;
  for (const auto& one : bill.not_priced)
    list.push_back(fmt::format("{} {} {} [{}] {} {}", one.year, one.change, one.record, one.fields, one.file, one.place));
  return list;
}

TEST(Bill, MeasuresPerUnitAndSeveralItemsForOneChange) {
  const auto bill = bill_for(
      changes_of("- add_duct: {id: D, path: [[0, 0], [300, 400], [300, 900]]}\n- add_cable: {id: C, ducts: [D], length_m: 1100}\n"),
      {of_field(price("trench", "add_duct", 50.0), "", "", "path", 100.0), price("permit", "add_duct", 7.0),
       of_field(price("fibre", "add_cable", 20.0, 3.0), "", "", "length_m", 1000.0)});
  EXPECT_THAT(lines_of(bill), ElementsAre("0 D trench x 10 = 500", "0 D permit x 1 = 7", "0 C fibre x 1.1 = 22"));
  EXPECT_THAT(bill.not_priced, IsEmpty());
  EXPECT_DOUBLE_EQ(bill.lines[0].capital_low_cny, 250.0);
  EXPECT_DOUBLE_EQ(bill.lines[0].capital_high_cny, 1000.0);
  EXPECT_DOUBLE_EQ(bill.lines[2].operating_likely_cny, 3.3);
}

TEST(Bill, ThePriceOfTheKindThatIsAdded) {
  const std::vector<Price> prices = {of_field(price("switch", "add_network_node", 10.0), "kind", "access_switch"),
                                     of_field(price("wall", "add_network_node", 90.0), "kind", "firewall")};
  const auto bill =
      bill_for(changes_of("- add_network_node: {id: A, kind: access_switch, position: [0, 0]}\n- add_network_node: {id: F, kind: firewall, "
                          "position: [0, 0]}\n- add_network_node: {id: S, kind: server, position: [0, 0]}\n"),
               prices);
  EXPECT_THAT(lines_of(bill), ElementsAre("0 A switch x 1 = 10", "0 F wall x 1 = 90"));
  EXPECT_THAT(unpriced(bill), ElementsAre("0 add_network_node S [] s.yaml line 3, column 3"));
}

TEST(Bill, OfAModificationTheIncreaseAndTheFieldsWithoutAPrice) {
  const std::vector<Price> prices = {of_field(price("more", "modify_storage", 2.0), "capacity_kwh", "", "capacity_kwh", 10.0)};
  EXPECT_THAT(lines_of(bill_for(changes_of("- modify_storage: {id: BAT, set: {capacity_kwh: 150}}\n"), prices)),
              ElementsAre("0 BAT more x 5 = 10"));
  const auto less = bill_for(changes_of("- modify_storage: {id: BAT, set: {capacity_kwh: 50}}\n"), prices);
  EXPECT_THAT(less.lines, IsEmpty());
  EXPECT_THAT(unpriced(less), ElementsAre("0 modify_storage BAT [capacity_kwh] s.yaml line 1, column 3"));
  const auto both = bill_for(changes_of("- modify_storage: {id: BAT, set: {capacity_kwh: 150, rated_power_kw: 77}}\n"), prices);
  EXPECT_THAT(lines_of(both), ElementsAre("0 BAT more x 5 = 10"));
  EXPECT_THAT(unpriced(both), ElementsAre("0 modify_storage BAT [rated_power_kw] s.yaml line 1, column 3"));
}

TEST(Bill, APriceOfZeroIsAPriceAndNoPriceIsNone) {
  const auto bill = bill_for(changes_of("- remove_tree: {id: T}\n"), {price("felling", "remove_tree", 0.0)});
  EXPECT_THAT(lines_of(bill), ElementsAre("0 T felling x 1 = 0"));
  EXPECT_THAT(bill.not_priced, IsEmpty());
  EXPECT_THAT(unpriced(bill_for(changes_of("- move_tree: {id: T, to: [9, 9]}\n"), {price("felling", "remove_tree", 0.0)})),
              ElementsAre("0 move_tree T [] s.yaml line 1, column 3"));
}

TEST(Bill, PhasesByYearAndWhatAPhaseTakesAwayStopsCosting) {
  auto changes = changes_of("- remove_network_node: {id: A}\n", 2030);
  for (const auto& change : changes_of("- add_network_node: {id: A, kind: server, position: [0, 0]}\n", 2027)) changes.push_back(change);
  for (const auto& change : changes_of("- modify_storage: {id: BAT, set: {capacity_kwh: 200}}\n", 2027)) changes.push_back(change);
  for (const auto& change : changes_of("- modify_storage: {id: BAT, set: {capacity_kwh: 250}}\n", 2030)) changes.push_back(change);
  const auto bill = bill_for(changes, {price("server", "add_network_node", 10.0, 1.0), price("scrap", "remove_network_node", 3.0),
                                       of_field(price("more", "modify_storage", 2.0), "capacity_kwh", "", "capacity_kwh", 10.0)});
  EXPECT_THAT(lines_of(bill),
              ElementsAre("2027 A server x 1 = 10", "2027 BAT more x 10 = 20", "2030 A scrap x 1 = 3", "2030 BAT more x 5 = 10"));
  EXPECT_EQ(bill.lines[0].operating_until, 2030);
  EXPECT_EQ(bill.lines[1].operating_until, 0);
  EXPECT_EQ(bill.lines[2].operating_until, 0);
}

}  // namespace
}  // namespace parktwin::costs
