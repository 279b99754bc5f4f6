#include "cli/page_printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(PagePrinter, PrintsAPage) {
  const Workplace workplace;
  print_page("<!doctype html><title>x</title><p>Hello, 园区</p>", workplace.path("page.pdf"));
  EXPECT_TRUE(read_file(workplace.path("page.pdf")).starts_with("%PDF-"));
}

TEST(PagePrinter, SaysWhatIsMissingAndLeavesTheOldFile) {
  const Workplace workplace;
  workplace.write("page.pdf", "old");
  for (const char* program : {"no-such-browser", "false"}) {
    try {
      print_page("<p>x</p>", workplace.path("page.pdf"), program);
      FAIL() << "printed by " << program;
    } catch (const OutputError& error) {
      EXPECT_THAT(error.what(), ::testing::HasSubstr(program));
    }
  }
  EXPECT_EQ(read_file(workplace.path("page.pdf")), "old");
}

}  // namespace
}  // namespace parktwin::cli
