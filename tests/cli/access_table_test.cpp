// Planned access as a table in both languages.
#include "cli/access_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;

plan::ProposedAccess access() {
  plan::ProposedAccess access;
  plan::ProposedSplitter splitter;
  splitter.splitter = "P-N-002";
  splitter.terminal = "P-N-001";
  splitter.terminal_bought = true;
  splitter.ratio = 16;
  splitter.enterprises = {"E-001", "E-168"};
  splitter.spare_db = 8.25;
  access.splitters = {splitter};
  access.left_out = {"E-009: neither building nor parcel"};
  return access;
}

std::string text_of(const plan::ProposedAccess& access, viz::Language language) {
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  session.language = language;
  return access_table(access, session);
}

TEST(AccessTable, NamesSplittersAndWhoIsLeftOut) {
  const std::string english = text_of(access(), viz::Language::en);
  EXPECT_THAT(english, HasSubstr("P-N-001 (new)"));
  EXPECT_THAT(english, HasSubstr("1:16"));
  EXPECT_THAT(english, HasSubstr("E-001 E-168"));
  EXPECT_THAT(english, HasSubstr("not connected: E-009: neither building nor parcel"));
  EXPECT_THAT(text_of(access(), viz::Language::zh), HasSubstr("未接入：E-009"));
  EXPECT_EQ(text_of({}, viz::Language::en), "");
}

}  // namespace
}  // namespace parktwin::cli
