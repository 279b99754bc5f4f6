#include "importers/foreign_tables/foreign_tables.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

TEST(ForeignTables, RowsKeepTheirPlaceInTheSource) {
  TableMaker maker("devices", {"id", "height"});
  maker.add(17, {std::string("A"), 2.5});
  maker.add(3, {std::monostate(), std::monostate()});
  maker.remark(NoteKind::warning, "devices without a site", "devices 3");
  const auto table = maker.take();
  EXPECT_EQ(table.layer.name, "devices");
  EXPECT_EQ(table.layer.column("height"), std::optional<std::size_t>(1));
  EXPECT_EQ(table.layer.features[0].number, 17U);
  EXPECT_EQ(std::get<double>(table.layer.features[0].attributes[1]), 2.5);
  EXPECT_EQ(table.remarks[0].place, "devices 3");
}

TEST(ForeignTables, NothingIsNull) {
  EXPECT_EQ(text_or_null(""), Attribute());
  EXPECT_EQ(text_or_null("a"), Attribute(std::string("a")));
  EXPECT_EQ(number_or_null(std::nullopt), Attribute());
  EXPECT_EQ(number_or_null(1.5), Attribute(1.5));
}

}  // namespace
}  // namespace parktwin::importers
