#include "cli/text_columns.h"

#include <gtest/gtest.h>

namespace parktwin::cli {
namespace {

TEST(TextColumns, ChineseTakesTwoColumnsAndIsCutBetweenCharacters) {
  EXPECT_EQ(display_width("5G网络"), 6U);
  EXPECT_EQ(display_width("é–"), 2U);
  EXPECT_EQ(cut_to_width("网络覆盖", 8), "网络覆盖");
  EXPECT_EQ(cut_to_width("网络覆盖率", 8), "网络覆…");
  EXPECT_EQ(display_width(cut_to_width("网络覆盖率", 7)), 7U);
}

TEST(TextColumns, AreFilledUpOnEitherSide) {
  EXPECT_EQ(left("网", 4) + "|", "网  |");
  EXPECT_EQ(right("5G网", 6), "  5G网");
  EXPECT_EQ(left("网络", 3), "网络");
}

}  // namespace
}  // namespace parktwin::cli
