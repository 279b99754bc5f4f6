#include "engine/run/data_centre_room.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

cloud::data_centre::Result centre(double cores, double cores_taken, double storage_tb, double storage_taken) {
  cloud::data_centre::ResourceFigures compute;
  compute.centre = Id<DataCentre>(0);
  compute.resource = cloud::data_centre::Resource::cores;
  compute.capacity = cores;
  compute.demand_today = cores_taken;
  cloud::data_centre::ResourceFigures storage = compute;
  storage.resource = cloud::data_centre::Resource::storage;
  storage.capacity = storage_tb;
  storage.demand_today = storage_taken;
  cloud::data_centre::Result result;
  result.resources = {compute, storage};
  return result;
}

TEST(DataCentreRoom, IsWhatWorkloadsLeaveAndScenariosTake) {
  DataCentreRoom room(centre(100.0, 40.0, 10.0, 12.0));
  const Id<DataCentre> id(0);
  EXPECT_EQ(room.left_in(id).virtual_cores, 60.0);
  EXPECT_EQ(room.left_in(id).storage_tb, 0.0);  // overrun is nothing left
  room.take(id, {25.0, 0.0});
  EXPECT_EQ(room.left_in(id).virtual_cores, 35.0);
  EXPECT_EQ(room.left_in(Id<DataCentre>(1)).virtual_cores, 0.0);
}

TEST(DataCentreRoom, TheScarcerCounts) {
  EXPECT_EQ(found_share({50.0, 10.0}, {100.0, 10.0}), 0.5);
  EXPECT_EQ(found_share({500.0, 1.0}, {100.0, 10.0}), 0.1);
  EXPECT_EQ(found_share({500.0, 0.0}, {100.0, 0.0}), 1.0);
}

}  // namespace
}  // namespace parktwin
