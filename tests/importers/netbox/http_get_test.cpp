#include "importers/netbox/http_get.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/netbox/small_inventory.h"
#include "tests/importers/netbox/stub_server.h"

namespace parktwin::importers::netbox {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string fault_of(HttpRequest request) {
  std::string fault;
  EXPECT_FALSE(http_get(request, fault));
  return fault;
}

TEST(HttpGet, GivesAWholeAnswerOrSaysWhyNot) {
  const importers::testing::TemporaryFolder folder;
  const testing::StubServer server(folder.write("dump.json", testing::small_dump));
  const std::string path = "/api/dcim/sites/?limit=10&offset=0";
  std::string fault;
  const auto answer = http_get({server.address() + "/good" + path, "", 20.0, 1U << 20U}, fault);
  ASSERT_TRUE(answer) << fault;
  EXPECT_EQ(answer->status, 200);
  EXPECT_THAT(answer->body, StartsWith("{\"count\": 2"));
  EXPECT_EQ(fault_of({server.address() + "/silent" + path, "", 0.2, 1U << 20U}), "did not answer within 0.2 s");
  EXPECT_THAT(fault_of({server.address() + "/cut" + path, "", 20.0, 1U << 20U}), StartsWith("broke off after "));
  EXPECT_EQ(fault_of({server.address() + "/good" + path, "", 20.0, 10}), "answers with more than 0 MiB");
  EXPECT_THAT(fault_of({"file:///etc/hostname", "", 20.0, 1U << 20U}), HasSubstr("Unsupported protocol"));
  EXPECT_THAT(fault_of({"http://127.0.0.1:1/", "", 20.0, 1U << 20U}), StartsWith("gave no answer"));
}

}  // namespace
}  // namespace parktwin::importers::netbox
