#include "importers/netbox/netbox_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/netbox/cable_paths.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers::netbox {
namespace {

using importers::testing::TemporaryFolder;

void write_small(const TemporaryFolder& folder) {
  static_cast<void>(folder.write("sites.csv", "name,status,latitude,longitude\nNorth,active,31.3,120.7\n"));
  static_cast<void>(folder.write("racks.csv", "name,site\nR1,North\n"));
  static_cast<void>(
      folder.write("devices.csv",
                   "name,role,device_type,status,site,rack\nrtr,Router,X1,active,North,R1\nsw1,Access Switch,X1,active,North,R1\n"
                   "pp,Patch Panel,X1,active,North,\n"));
  static_cast<void>(folder.write("interfaces.csv", "device,name,type,enabled,speed\nrtr,lan,1000base-t,true,\nsw1,up,10gbase-t,True,\n"));
  static_cast<void>(folder.write("rear_ports.csv", "device,name\npp,rear\n"));
  static_cast<void>(folder.write("front_ports.csv", "device,name,rear_port,rear_port_position\npp,1,rear,1\n"));
  static_cast<void>(
      folder.write("cables.csv",
                   "side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name,type,status,length,length_unit\n"
                   "rtr,dcim.interface,lan,sw1,dcim.interface,up,cat6,connected,5,m\n"));
  static_cast<void>(folder.write("prefixes.csv", "prefix,status,vrf\n10.0.0.0/24,active,Alpha\n"));
}

std::vector<std::string> faults_of(const TemporaryFolder& folder) {
  Problems problems;
  EXPECT_FALSE(read_csv_inventory(folder.path(), problems));
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  return found;
}

TEST(NetboxCsv, NamesStandForKeys) {
  const TemporaryFolder folder;
  write_small(folder);
  Problems problems;
  const auto made = read_csv_inventory(folder.path(), problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->devices.at(1).rack, std::optional<Key>(1));
  EXPECT_EQ(made->devices.at(2).role, "Access Switch");
  EXPECT_EQ(made->front_ports.at(1).rear_port, 1);
  EXPECT_EQ(made->prefixes.at(1).vrf, "Alpha");
  const auto paths = cable_paths(*made);
  ASSERT_EQ(paths.links.size(), 1U);
  EXPECT_EQ(made->cables.at(1).length_m, std::optional(5.0));
}

TEST(NetboxCsv, NamesThatAreNotThereOrStandTwiceAreFaults) {
  const TemporaryFolder folder;
  EXPECT_THAT(faults_of(folder), ::testing::ElementsAre(": found no devices.csv, expected the tables of a NetBox export"));
  write_small(folder);
  static_cast<void>(folder.write("interfaces.csv", "device,name,type,enabled\nrtr,lan,1000base-t,perhaps\nsw9,up,10gbase-t,true\n"));
  const auto found = faults_of(folder);
  EXPECT_THAT(found, ::testing::Contains("row 1, column enabled: found \"perhaps\", expected true or false"));
  EXPECT_THAT(found, ::testing::Contains("row 2, column device: found \"sw9\", which is not there as device"));
  write_small(folder);
  static_cast<void>(folder.write("devices.csv", "name,role,site\nrtr,Router,North\nrtr,Router,North\nsw1,Switch,North\npp,Panel,North\n"));
  EXPECT_THAT(faults_of(folder), ::testing::Contains("row 1, column device: found \"rtr\", which stands twice as device"));
  write_small(folder);
  static_cast<void>(folder.write("devices.csv", "name,status\nrtr,active\n"));
  EXPECT_THAT(faults_of(folder), ::testing::Contains(::testing::HasSubstr("found no column role")));
}

}  // namespace
}  // namespace parktwin::importers::netbox
