#include "viz/report/table_json.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/park/enterprise.h"

namespace parktwin::viz::report {
namespace {

TEST(TableJson, HoldsItsColumnsAndRows) {
  TableJson table("things", {"Things", "东西"}, {"All of them.", "全部。"},
                  {{"id", CellKind::text, {"Id", "编号"}}, {"area_m2", CellKind::number, {"Area", "面积"}, "m²"}});
  table.add({"T-1", 12.5});
  table.add({"T-2", nullptr});
  const Json json = table.take();
  EXPECT_EQ(json["id"], "things");
  EXPECT_EQ(json["title"]["zh"], "东西");
  EXPECT_EQ(json["columns"][1],
            (Json{{"key", "area_m2"}, {"title", {{"en", "Area"}, {"zh", "面积"}}}, {"kind", "number"}, {"unit", "m²"}}));
  EXPECT_EQ(json["rows"].dump(), R"([["T-1",12.5],["T-2",null]])");
}

TEST(TableJson, NamesAreOneTextUnlessTheyDiffer) {
  EXPECT_EQ(name_cell("Works", ""), "Works");
  EXPECT_EQ(name_cell("", "工厂"), "工厂");
  EXPECT_EQ(name_cell("5G", "5G"), "5G");
  EXPECT_EQ(name_cell("Works", "工厂"), (Json{{"en", "Works"}, {"zh", "工厂"}}));
}

TEST(TableJson, RoundsAndLeavesOutWhatIsNoNumber) {
  EXPECT_EQ(rounded(1.23456, 2).dump(), "1.23");
  EXPECT_EQ(rounded(-2.5, 0).get<double>(), -3.0);
  EXPECT_EQ(rounded(1e300, 3).get<double>(), 1e300);
  EXPECT_TRUE(rounded(std::numeric_limits<double>::quiet_NaN(), 2).is_null());
  EXPECT_TRUE(rounded(std::numeric_limits<double>::infinity(), 2).is_null());
}

TEST(TableJson, AnIdOfNobodyIsABlankRecord) {
  Enterprise enterprise;
  enterprise.id = "E-1";
  const Table<Enterprise> table({enterprise});
  EXPECT_EQ(record_or_blank(table, Id<Enterprise>(0)).id, "E-1");
  EXPECT_EQ(record_or_blank(table, Id<Enterprise>(7)).id, "");
  EXPECT_EQ(record_or_blank(table, Id<Enterprise>()).id, "");
  EXPECT_EQ(id_cell(table, Id<Enterprise>(0)), "E-1");
  EXPECT_TRUE(id_cell(table, Id<Enterprise>()).is_null());
}

}  // namespace
}  // namespace parktwin::viz::report
