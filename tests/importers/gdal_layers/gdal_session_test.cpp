#include "importers/gdal_layers/gdal_session.h"

#include <cpl_error.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;

TEST(GdalSession, CollectsAndPrintsNothing) {
  ::testing::internal::CaptureStderr();
  GdalSession session;
  CPLError(CE_Failure, CPLE_AppDefined, "broken\nfile");
  CPLError(CE_Failure, CPLE_AppDefined, "broken\nfile");
  CPLError(CE_Failure, CPLE_OpenFailed, "gone");
  CPLError(CE_Warning, CPLE_AppDefined, "odd");
  EXPECT_EQ(session.reason("none"), "broken file; gone");
  EXPECT_EQ(session.reason("none"), "none");
  EXPECT_THAT(session.take_warnings(), ElementsAre("odd"));
  EXPECT_THAT(session.take_failures(), ElementsAre());
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(GdalSession, InnerSessionsKeepTheirMessages) {
  GdalSession outer;
  {
    GdalSession inner;
    CPLError(CE_Failure, CPLE_AppDefined, "inside");
    EXPECT_THAT(inner.take_failures(), ElementsAre("inside"));
  }
  CPLError(CE_Failure, CPLE_AppDefined, "outside");
  EXPECT_THAT(outer.take_failures(), ElementsAre("outside"));
}

}  // namespace
}  // namespace parktwin::importers
