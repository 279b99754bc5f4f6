#include "importers/recipe/import_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace parktwin::importers {
namespace {

ImportReport sample() {
  SourceReport source{.name = "houses", .file = "houses.csv", .table = "buildings", .features = 9, .records = 7, .findings = {}};
  for (int i = 1; i <= 7; ++i) source.add(Finding::guessed, "height_m", "row " + std::to_string(i));
  source.add(Finding::dropped, "records outside the boundary", "row 8", 2);
  return {{source}, {}};
}

TEST(ImportReport, CountsGuessesAndNamesTheFirst) {
  EXPECT_EQ(sample().guesses(), 7U);
  EXPECT_EQ(report_text(sample()),
            "  source houses (houses.csv): 9 read, 7 records of buildings\n"
            "    guessed: 7 height_m (row 1, row 2, row 3, row 4, row 5, …)\n"
            "    dropped: 2 records outside the boundary (row 8, …)\n");
}

TEST(ImportReport, ListsPairsToBeConfirmed) {
  const ImportReport report{{}, {{"B-1", "E-1", 0.98, "parcel 0.90, name 0.85", true}, {"B-2", "E-2", 0.45, "parcel 0.45", false}}};
  EXPECT_EQ(report_text(report),
            "  building B-1: enterprise E-1 by parcel 0.90, name 0.85, confidence 0.98\n"
            "  building B-2: enterprise E-2 by parcel 0.45, confidence 0.45, to be confirmed\n"
            "  1 buildings matched, 1 to be confirmed\n");
  EXPECT_EQ(to_confirm_csv(report), "building,enterprise,confidence,reasons\nB-2,E-2,0.45,\"parcel 0.45\"\n");
  EXPECT_EQ(nlohmann::json::parse(matches_json(report))[0]["confidence"], 0.98);
}

TEST(ImportReport, SaysTheSameAsJson) {
  const auto json = nlohmann::json::parse(report_json(sample()));
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0]["read"], 9);
  EXPECT_EQ(json[0]["findings"][0]["kind"], "guessed");
  EXPECT_EQ(json[0]["findings"][0]["count"], 7);
  EXPECT_EQ(json[0]["findings"][0]["first"].size(), 5U);
  EXPECT_EQ(json[0]["findings"][1]["what"], "records outside the boundary");
}

}  // namespace
}  // namespace parktwin::importers
