#include "engine/park/network_slice_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::IsSupersetOf;

NetworkSlice slice(const std::string& id, double guaranteed, double highest) {
  NetworkSlice result;
  result.id = id;
  result.guaranteed_share = guaranteed;
  result.highest_share = highest;
  return result;
}

TEST(NetworkSliceFaults, AGuaranteeUpToTheHighestShareIsSound) {
  EXPECT_EQ(fault_of_shares(NetworkSlice{}), std::nullopt);
  EXPECT_EQ(fault_of_shares(slice("S-1", 0.3, 0.3)), std::nullopt);
  EXPECT_EQ(fault_of_shares(slice("S-1", 0.0, 0.0)), std::nullopt);
  EXPECT_EQ(fault_of_shares(slice("S-1", 0.3, 0.25)), "found 0.3, expected at most the slice's highest_share 0.25");
}

TEST(NetworkSliceFaults, ValidateReportsEveryRowAtOnce) {
  Park park;
  NetworkSlice light = slice("S-3", 0.0, 1.0);
  light.weight = 0.0;
  light.enterprises = {Id<Enterprise>(4)};
  park.network_slices = Part(Table(std::vector<NetworkSlice>{slice("S-1", 0.5, 0.4), slice("S-2", -0.1, 1.5), light}));
  Problems problems;
  validate(park, "park", problems);
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(problem.place + ": " + problem.message);
  EXPECT_THAT(lines, IsSupersetOf({"network_slices S-1, field guaranteed_share: found 0.5, expected at most the slice's highest_share 0.4",
                                   "network_slices S-2, field guaranteed_share: found -0.1, expected at least 0",
                                   "network_slices S-2, field highest_share: found 1.5, expected at most 1",
                                   "network_slices S-3, field weight: found 0, expected at least 0.001",
                                   "network_slices S-3, field enterprises: refers to record 4 of a table with 0 records"}));
}

// Several slices may promise more than a cell: whether they meet in one, a run says.
TEST(NetworkSliceFaults, GuaranteesMayAddUpToMoreThanACell) {
  Park park;
  park.network_slices = Part(Table(std::vector<NetworkSlice>{slice("S-1", 0.8, 1.0), slice("S-2", 0.8, 1.0)}));
  Problems problems;
  validate(park, "park", problems);
  for (const auto& problem : problems.list()) EXPECT_FALSE(problem.place.starts_with("network_slices")) << problem.message;
}

}  // namespace
}  // namespace parktwin
