#include "importers/netbox/netbox_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/netbox/small_inventory.h"
#include "tests/importers/netbox/stub_server.h"

namespace parktwin::importers::netbox {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string fault_of(const std::string& address, const ApiOptions& options = {}) {
  Problems problems;
  EXPECT_FALSE(fetch_objects(address, options, problems));
  EXPECT_EQ(problems.list().size(), 1U);
  return problems.empty() ? "" : to_string(problems.list()[0]);
}

TEST(NetboxApi, ReadsPageAfterPage) {
  const importers::testing::TemporaryFolder folder;
  const testing::StubServer server(folder.write("dump.json", testing::small_dump));
  Problems problems;
  ApiOptions options;
  const auto objects = fetch_objects(server.address() + "/good/", options, problems);  // the server gives 3 a page, whatever is asked
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(objects);
  const auto dump = objects_of(nlohmann::json::parse(testing::small_dump), "n.json", problems);
  for (const char* model :
       {"dcim.site", "dcim.rack", "dcim.device", "dcim.interface", "dcim.rearport", "dcim.frontport", "dcim.cable", "ipam.prefix"}) {
    EXPECT_EQ(objects->all(model).size(), dump->all(model).size()) << model;
  }
  options.page_size = 2;
  options.token = "0123abc";
  EXPECT_TRUE(fetch_objects(server.address() + "/secret/api", options, problems));
}

TEST(NetboxApi, WhatIsNoInventoryIsRefusedWithItsAddress) {
  const importers::testing::TemporaryFolder folder;
  const testing::StubServer server(folder.write("dump.json", testing::small_dump));
  const auto& at = server.address();
  EXPECT_EQ(fault_of(at + "/secret"), at + "/secret/api/dcim/sites/?limit=500&offset=0: answers 401: a token is needed, expected "
                                           "token_file in the recipe");
  EXPECT_THAT(fault_of(at + "/secret", {"wrong-token", 20.0, 500}),
              AllOf(HasSubstr("the token is not accepted"), Not(HasSubstr("wrong-token"))));
  EXPECT_THAT(fault_of(at + "/truncated"), HasSubstr("ends in the middle of a value, expected whole JSON"));
  EXPECT_THAT(fault_of(at + "/cut"), HasSubstr("broke off after"));
  EXPECT_THAT(fault_of(at + "/silent", {"", 0.2, 500}), HasSubstr("did not answer within 0.2 s"));
  EXPECT_THAT(fault_of(at + "/moved"), HasSubstr("answers 302: it leads elsewhere"));
  EXPECT_THAT(fault_of(at + "/changing"), HasSubstr("gives 2 objects of 3: the inventory changed while it was read"));
  EXPECT_THAT(fault_of(at + "/broken"), HasSubstr("is no page of the REST API"));
  EXPECT_THAT(fault_of(at + "/empty"), HasSubstr("is empty but names a next page"));
  EXPECT_FALSE(is_address("export.json"));
}

}  // namespace
}  // namespace parktwin::importers::netbox
