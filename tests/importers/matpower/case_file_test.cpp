#include "importers/matpower/case_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/damaged_copies.h"
#include "tests/importers/matpower/case_text.h"

namespace parktwin::importers::matpower {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> faults_of(const std::string& text) {
  Problems problems;
  const auto parsed = parse_case(text, "c.m", problems);
  EXPECT_EQ(parsed.has_value(), problems.empty());
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + (problem.place.empty() ? "" : ": ") + problem.message);
  return found;
}

const std::string head = "mpc.version = '2';\nmpc.baseMVA = 100;\n";
const std::string buses = "mpc.bus = [\n1 3 0 0 0 0 1 1 0 10 1 1.1 0.9;\n2 1 5 1 0 0 1 1 0 10 1 1.1 0.9\n];\n";
const std::string rest = "mpc.gen = [1 0 0 10 -10 1 100 1 10 0];\nmpc.branch = [1 2 0.01 0.1 0 0 0 0 0 0 1 -360 360];\n";

TEST(CaseFile, TakesTheFormsOfMatlab) {
  Problems problems;
  const auto parsed = parse_case("function mpc = tiny\n%CASE  two buses\n" + head +
                                     "mpc.bus = [ % the buses\n1, 3, 0, 0, 0, 0, 1, 1.0e0, -0, +10, 1, 1.1, 0.9 % first\n\t2 1 5 1 ... "
                                     "goes on\n 0 0 1 1 0 10 1 1.1 .9;\n];\n" +
                                     rest +
                                     "mpc.gencost = [2 0 0 3 0.1 5 0; 1 0 0 2 0 0 10 100];\nmpc.bus_name = {'A % b'; 'it''s'};\nmpc.areas "
                                     "= [1 1];\nmpc.note = 'text';\n",
                                 "c.m", problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->name, "tiny");
  EXPECT_EQ(parsed->base_mva, 100.0);
  ASSERT_EQ(parsed->buses.size(), 2U);
  EXPECT_EQ(parsed->buses[0].line, 6U);
  EXPECT_EQ(parsed->buses[1].line, 7U);
  EXPECT_EQ(parsed->buses[1].values.back(), 0.9);
  EXPECT_EQ(parsed->costs.size(), 2U);
  EXPECT_THAT(parsed->bus_names, ElementsAre("A % b", "it's"));
  EXPECT_THAT(parsed->others, ElementsAre("areas"));
}

TEST(CaseFile, FormulasAndStatementsAreRefusedWithTheirLine) {
  const auto formula = faults_of(head + "mpc.bus = [\n1 3 0 0 0 0 1 1 0 10 1 1.1 0.9;\n2 1 5*2 1 0 0 1 1 0 10 1 1.1 0.9;\n];\n" + rest);
  EXPECT_THAT(formula, ElementsAre("line 5: bus, column 3: found \"5*2\", expected a number; formulas are not computed"));
  EXPECT_THAT(faults_of(head + buses + rest + "Vbase = mpc.bus(1, BASE_KV) * 1e3;\n"),
              ElementsAre(HasSubstr("line 9: found \"Vbase = mpc.bus(1, BASE_KV) * 1e3;\", expected mpc.NAME = a number")));
  EXPECT_THAT(faults_of(head + buses + rest + "mpc.bus(:, 3) = mpc.bus(:, 3) / 1e3;\n"),
              ElementsAre(HasSubstr("nothing is computed here")));
  EXPECT_THAT(faults_of("mpc.version = '2';\nmpc.baseMVA = 10^2;\n" + buses + rest),
              Contains(HasSubstr("line 2: found \"mpc.baseMVA = 10^2;\"")));
  EXPECT_THAT(faults_of(head + buses + "mpc.gen = [1 0 0 10 -10 1 100 1 10 0]';\n" + rest), Contains(HasSubstr("line 7")));
  EXPECT_THAT(faults_of(head + "define_constants;\n" + buses + rest), ElementsAre(HasSubstr("line 3: found \"define_constants;\"")));
}

TEST(CaseFile, TablesHaveToHoldTogether) {
  EXPECT_THAT(faults_of("mpc.baseMVA = 100;\n" + buses + rest), ElementsAre("version: found \"\", expected '2'"));
  EXPECT_THAT(faults_of("mpc.version = '1';\nmpc.baseMVA = 0;\n" + buses + rest),
              ElementsAre("version: found \"1\", expected '2'", "baseMVA: found 0, expected more than 0"));
  EXPECT_THAT(faults_of(head + buses), ElementsAre("found no table gen", "found no table branch"));
  EXPECT_THAT(faults_of(head + "mpc.bus = [1 3 0 0 0 0 1 1 0 10 1 1.1];\n" + rest),
              ElementsAre("line 3: bus: found 12 values, expected at least 13"));
  EXPECT_THAT(faults_of(head + "mpc.bus = [1 3 0 0 0 0 1 1 0 10 1 1.1 0.9\n1.5 7 NaN 0 0 0 1 1 0 10 1 1.1 0.9];\n" + rest),
              ElementsAre(HasSubstr("line 4: bus, column 3: found \"NaN\"")));
  EXPECT_THAT(faults_of(head + "mpc.bus = [1 3 0 0 0 0 1 1 0 10 1 1.1 0.9\n1.5 7 0 Inf 0 0 1 1 0 10 1 1.1 0.9];\n" + rest),
              ElementsAre("line 4: bus: found the number 1.5, expected a whole number from 1", HasSubstr("found the type 7"),
                          "line 4: bus, column 4: found inf, expected a number", "line 6: branch: the bus 2 is not there"));
  EXPECT_THAT(faults_of(head + buses + "mpc.bus = [];\n" + rest), Contains("line 7: bus stands twice"));
  EXPECT_THAT(faults_of(head + "mpc.bus = [1 3 0"), ElementsAre("line 3: the table bus is not closed"));
  EXPECT_THAT(faults_of(head + "mpc.bus_name = {'a'"), ElementsAre("line 3: bus_name is not closed"));
  EXPECT_THAT(faults_of("mpc.version = '2\n"), Contains("line 1: a text is not closed"));
}

TEST(CaseFile, DamagedCopiesAreReadOrRefusedWithALine) {
  const auto text = testing::case_text("case14", energy::grid::ieee14(), 0.0);
  std::size_t refused = 0;
  testing::each_damaged_copy(text, 400, [&](const std::string& damaged) { refused += faults_of(damaged).empty() ? 0 : 1; });
  EXPECT_GT(refused, 200U);
}

}  // namespace
}  // namespace parktwin::importers::matpower
