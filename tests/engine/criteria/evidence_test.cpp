#include "engine/criteria/evidence.h"

#include "engine/core/calendar_date.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

EvidenceDocument document(const std::string& id, const std::string& issued, const std::string& until) {
  EvidenceDocument made;
  made.id = id;
  made.clause = "K1-L1";
  made.title = "Licence";
  made.document_number = "A-2020-17";
  made.issuer = "Authority";
  made.issued_on = issued;
  made.valid_until = until;
  return made;
}

EvidenceState state_of(const std::vector<EvidenceDocument>& documents, const std::string& day = "2024-06-30") {
  Park park;
  park.evidence = part_of(documents);
  return evidence_for("K1-L1", park, day);
}

TEST(Evidence, ValidUpToItsLastDay) {
  EXPECT_EQ(state_of({document("D-1", "2020-01-01", "2024-06-30")}).valid.size(), 1U);
  EXPECT_EQ(state_of({document("D-1", "2024-06-30", "")}).valid.size(), 1U);
  EXPECT_EQ(state_of({document("D-1", "", "")}).valid.size(), 1U);
}

TEST(Evidence, ExpiredIsNamedWithItsDay) {
  const auto state = state_of({document("D-1", "2020-01-01", "2024-06-29")});
  EXPECT_TRUE(state.valid.empty());
  ASSERT_EQ(state.invalid.size(), 1U);
  EXPECT_EQ(state.reason.en, "document D-1 expired on 2024-06-29");
  EXPECT_NE(state.reason.zh.find("2024-06-29"), std::string::npos);
}

TEST(Evidence, MissingForTheClause) {
  auto other = document("D-1", "", "");
  other.clause = "K1-L2";
  const auto state = state_of({other});
  EXPECT_TRUE(state.valid.empty() && state.invalid.empty());
  EXPECT_EQ(state.reason.en, "the evidence register holds no document for this clause");
  EXPECT_FALSE(state.reason.zh.empty());
}

TEST(Evidence, NotYetIssuedUnnumberedAndUnreadable) {
  auto unnumbered = document("D-2", "", "");
  unnumbered.document_number.clear();
  auto anonymous = document("D-3", "", "");
  anonymous.issuer.clear();
  const auto state = state_of({document("D-1", "2024-07-01", ""), unnumbered, anonymous, document("D-4", "", "30.06.2025")});
  EXPECT_TRUE(state.valid.empty());
  EXPECT_EQ(state.invalid.size(), 4U);
  EXPECT_EQ(state.reason.en,
            "document D-1 was issued on 2024-07-01, after 2024-06-30; document D-2 has no number; document D-3 has no issuer; "
            "document D-4 has an unreadable date \"30.06.2025\"");
}

TEST(Evidence, OneValidDocumentIsEnough) {
  const auto state = state_of({document("D-1", "", "2020-01-01"), document("D-2", "", "2030-01-01")});
  ASSERT_EQ(state.valid.size(), 1U);
  EXPECT_TRUE(state.reason.empty());
  EXPECT_EQ(state.valid[0].document_number, "A-2020-17");
  EXPECT_EQ(state.valid[0].issuer, "Authority");
  EXPECT_EQ(state.valid[0].valid_until, "2030-01-01");
  EXPECT_EQ(state.valid[0].origin, Origin::declared);
}

TEST(Evidence, DayThatIsNoDateProvesNothing) {
  EXPECT_TRUE(state_of({document("D-1", "", "")}, "").valid.empty());
  EXPECT_TRUE(state_of({document("D-1", "", "")}, "today").valid.empty());
}

TEST(Evidence, Dates) {
  for (const char* good : {"2024-02-29", "2000-02-29", "2023-12-31", "2024-04-30"}) EXPECT_TRUE(is_calendar_date(good)) << good;
  for (const char* bad :
       {"2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-1-1", "20240101", "2024-01-0a", "", "0000-01-01"}) {
    EXPECT_FALSE(is_calendar_date(bad)) << bad;
  }
}

}  // namespace
}  // namespace parktwin::criteria
