#include "engine/simulators/services/kernel/station.h"

#include <gtest/gtest.h>

namespace parktwin::services::kernel {
namespace {

TEST(Station, ByHand) {
  // One server, one waiting place, counted from 10 ns on. Visits: A [0, 20], B waits from 5 to 20 and stays to 30, C refused at 12,
  // D waits from 25 to 30 and is in service at the end, 40.
  Station<int> station(1, 1, 10);
  EXPECT_EQ(station.arrive(0, 1).admission, Admission::served);
  EXPECT_EQ(station.arrive(5, 2).admission, Admission::waits);
  EXPECT_EQ(station.arrive(12, 3).admission, Admission::refused);
  const auto first = station.leave(20, 0);
  EXPECT_EQ(first.visit.customer, 1);
  EXPECT_TRUE(first.next_begins);
  EXPECT_EQ(station.served_at(0).customer, 2);
  EXPECT_EQ(station.served_at(0).arrived_ns, 5);
  EXPECT_EQ(station.arrive(25, 4).admission, Admission::waits);
  EXPECT_EQ(station.leave(30, 0).visit.customer, 2);
  const StationFigures figures = station.close(40);
  EXPECT_EQ(figures.offered, 2U);
  EXPECT_EQ(figures.refused, 1U);
  EXPECT_DOUBLE_EQ(figures.refused_share(), 0.5);
  EXPECT_EQ(figures.begun, 1U);
  EXPECT_EQ(figures.waited, 1U);
  EXPECT_EQ(figures.left, 0U);
  EXPECT_DOUBLE_EQ(figures.mean_waiting, (10.0 + 5.0) / 30.0);
  EXPECT_DOUBLE_EQ(figures.mean_present, 45.0 / 30.0);
  EXPECT_DOUBLE_EQ(figures.utilisation, 1.0);
  EXPECT_DOUBLE_EQ(figures.mean_wait_s, 5e-9);
  EXPECT_EQ(figures.waits.at(1.0), 5);
}

TEST(Station, KeepsTheOrderWhileItsQueueGrows) {
  Station<int> station(2, unlimited, 0);
  for (int i = 0; i < 5; ++i) station.arrive(i, i);
  station.leave(5, 0);
  for (int i = 5; i < 500; ++i) station.arrive(i, i);
  for (int expected = 3; expected < 500; ++expected) {
    EXPECT_TRUE(station.leave(500 + expected, 0).next_begins);
    EXPECT_EQ(station.served_at(0).customer, expected);
  }
  EXPECT_EQ(station.waiting(), 0U);
  EXPECT_EQ(station.busy(), 2U);
  EXPECT_NO_THROW(station.close(2000));
}

TEST(Station, LittlesLawFindsTimeThatRunsBackwards) {
  // The only way left to break it: a model that calls out of the order of time. Counts and stamps disagree then.
  Station<int> station(2, unlimited, 0);
  station.arrive(10, 1);
  station.arrive(30, 2);
  station.leave(20, 0);
  EXPECT_THROW(station.close(40), BrokenPromise);
}

TEST(Station, BrokenPromises) {
  Station<int> station(1, unlimited, 0);
  EXPECT_THROW(station.leave(5, 0), BrokenPromise);
  EXPECT_THROW(station.leave(5, 1), BrokenPromise);
  EXPECT_THROW(Station<int>(0, 1, 0), BrokenPromise);
  EXPECT_THROW(Station<int>(1, 1, 10).close(10), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::services::kernel
