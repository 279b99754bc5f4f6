#include "importers/netbox/netbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/netbox/netbox_tables.h"
#include "tests/importers/damaged_copies.h"
#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/netbox/small_inventory.h"
#include "tests/importers/netbox/stub_server.h"

namespace parktwin::importers::netbox {
namespace {

void expect_same(const ForeignTables& a, const ForeignTables& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t t = 0; t < a.size(); ++t) {
    ASSERT_EQ(a[t].layer.features.size(), b[t].layer.features.size()) << a[t].layer.name;
    for (std::size_t i = 0; i < a[t].layer.features.size(); ++i)
      EXPECT_EQ(a[t].layer.features[i].attributes, b[t].layer.features[i].attributes) << a[t].layer.name << ' ' << i;
  }
}

TEST(Netbox, TheApiGivesWhatTheExportGives) {
  const importers::testing::TemporaryFolder folder;
  const auto file = folder.write("dump.json", testing::small_dump);
  const testing::StubServer server(file);
  Problems problems;
  const auto exported = read_netbox(file.string(), {}, problems);
  const auto fetched = read_netbox(server.address() + "/good", {}, problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(exported && fetched);
  expect_same(*exported, *fetched);
}

TEST(Netbox, DamagedExportsAreRefusedOrReadButNeverCrash) {
  const importers::testing::TemporaryFolder folder;
  std::size_t refused = 0;
  importers::testing::each_damaged_copy(testing::small_dump, 300, [&](const std::string& text) {
    Problems problems;
    const auto read = read_netbox(folder.write("dump.json", text).string(), {}, problems);
    EXPECT_EQ(read.has_value(), problems.empty());
    for (const auto& problem : problems.list()) EXPECT_FALSE(problem.file.empty() || problem.message.empty());
    refused += read ? 0 : 1;
  });
  EXPECT_GT(refused, 150U);
}

}  // namespace
}  // namespace parktwin::importers::netbox
