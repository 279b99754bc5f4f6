#include "importers/enterprise_registry/enterprise_registry.h"

#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "importers/gdal_layers/gdal_session.h"
#include "importers/park_folder/attribute_values.h"
#include "tests/importers/damaged_copies.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::TemporaryFolder;

const std::string sample =
    "企业名称,统一社会信用代码,行业代码,注册地址,宗地号,从业人数,年产值（万元）,备注\n"
    "远山电子有限公司,９1350100M000100Y43,C3922,星湖路 12 号,G-7,\"1,250\",3500.5,甲\n"
    "晨曦纺织厂,91350100M000100Y44,纺织,星湖路14号,,,,\n"
    "明月精机,,3422,,,many,12亿元,\n"
    ",91350100M000100Y43,,,,,,\n"
    "复本公司,91350100M000100Y43,,,,,,\n";

std::vector<std::string> row(const ForeignTable& from, std::size_t i, const std::vector<std::string>& columns) {
  std::vector<std::string> values;
  for (const auto& column : columns) values.push_back(text_of(from.layer.features.at(i).attributes[from.layer.column(column).value()]));
  return values;
}

TEST(EnterpriseRegistry, HeadersInUseBecomeFieldsInOurUnits) {
  const TemporaryFolder folder;
  Problems problems;
  const auto tables = read_enterprise_registry(folder.write("r.csv", sample), "", "", problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(tables);
  const auto& table = tables->front();
  ASSERT_EQ(table.layer.features.size(), 4U);
  EXPECT_THAT(
      row(table, 0,
          {"row", "name", "credit_code", "industry_code", "sector", "address", "parcel", "employees", "yearly_output_cny", "备注"}),
      ElementsAre("2", "远山电子有限公司", "91350100M000100Y43", "C3922", "electronics", "星湖路 12 号", "G-7", "1250", "35005000", "甲"));
  EXPECT_THAT(row(table, 1, {"credit_code", "industry_code", "employees"}), ElementsAre("", "", ""));
  EXPECT_THAT(row(table, 2, {"sector", "employees", "yearly_output_cny"}), ElementsAre("machinery", "", "1200000000"));
  std::vector<std::string> remarks;
  for (const auto& remark : table.remarks) remarks.push_back(remark.text + ": " + remark.place);
  EXPECT_THAT(remarks,
              ElementsAre("industries without a code of GB/T 4754: row 3: found \"纺织\", expected a code of GB/T 4754 such as C3922",
                          "credit codes that do not check: row 3: 91350100M000100Y44, found the check character 4, expected 3",
                          "values of employees: row 4: many", "rows without a name: row 5",
                          "credit codes of an earlier row: row 6: 91350100M000100Y43"));
}

TEST(EnterpriseRegistry, GbkHasToBeAskedFor) {
  const TemporaryFolder folder;
  const auto file = folder.write("r.csv", "\xC6\xF3\xD2\xB5\xC3\xFB\xB3\xC6,nr\n\xBC\xD7,1\n");
  Problems problems;
  EXPECT_FALSE(read_enterprise_registry(file, "", "", problems));
  EXPECT_THAT(problems.list().at(0).message, HasSubstr("may need encoding: GBK"));
  Problems none;
  const auto tables = read_enterprise_registry(file, "", "GBK", none);
  ASSERT_TRUE(tables);
  EXPECT_THAT(row(tables->front(), 0, {"name", "nr"}), ElementsAre("甲", "1"));
  EXPECT_FALSE(read_enterprise_registry(folder.write("u.csv", sample), "", "UTF-16", none));
}

std::filesystem::path spreadsheet(const TemporaryFolder& folder, bool merged) {
  const GdalSession session;
  const auto file = folder.path() / (merged ? "merged.xlsx" : "sound.xlsx");
  {
    auto* driver = GetGDALDriverManager()->GetDriverByName("XLSX");
    const GDALDatasetUniquePtr set(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    auto* layer = set->CreateLayer("名录", nullptr, wkbNone, nullptr);
    for (const char* title : {"企业名称", "统一社会信用代码"}) {
      OGRFieldDefn field(title, OFTString);
      EXPECT_EQ(layer->CreateField(&field), OGRERR_NONE);
    }
    OGRFeature row(layer->GetLayerDefn());
    row.SetField(0, "远山电子有限公司");
    row.SetField(1, "91350100M000100Y43");
    EXPECT_EQ(layer->CreateFeature(&row), OGRERR_NONE);
  }
  if (!merged) return file;
  const std::string part = "/vsizip/{" + file.string() + "}/xl/worksheets/sheet1.xml";
  std::string sheet(100000, '\0');
  VSILFILE* in = VSIFOpenL(part.c_str(), "rb");
  sheet.resize(VSIFReadL(sheet.data(), 1, sheet.size(), in));
  VSIFCloseL(in);
  sheet.insert(sheet.find("</worksheet>"), "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>");
  const auto copy = folder.path() / "cells.xlsx";
  const std::unique_ptr<char*, void (*)(char**)> names(VSIReadDirRecursive(("/vsizip/{" + file.string() + "}").c_str()), &CSLDestroy);
  VSILFILE* zip = VSIFOpenL(("/vsizip/{" + copy.string() + "}").c_str(), "wb");
  for (char** name = names.get(); *name != nullptr; ++name) {
    const std::string inner = *name;
    if (inner.ends_with('/')) continue;
    std::string bytes(1000000, '\0');
    VSILFILE* from = VSIFOpenL(("/vsizip/{" + file.string() + "}/" + inner).c_str(), "rb");
    bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), from));
    VSIFCloseL(from);
    if (inner == "xl/worksheets/sheet1.xml") bytes = sheet;
    VSILFILE* to = VSIFOpenL(("/vsizip/{" + copy.string() + "}/" + inner).c_str(), "wb");
    VSIFWriteL(bytes.data(), 1, bytes.size(), to);
    VSIFCloseL(to);
  }
  VSIFCloseL(zip);
  return copy;
}

TEST(EnterpriseRegistry, SpreadsheetsServeButMergedCellsAreRefusedByName) {
  const TemporaryFolder folder;
  Problems problems;
  const auto tables = read_enterprise_registry(spreadsheet(folder, false), "名录", "", problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(tables);
  EXPECT_THAT(row(tables->front(), 0, {"name", "credit_code"}), ElementsAre("远山电子有限公司", "91350100M000100Y43"));
  EXPECT_FALSE(read_enterprise_registry(spreadsheet(folder, true), "名录", "", problems));
  EXPECT_THAT(problems.list().at(0).message, HasSubstr("sheet 名录: the cells A2:A3 are merged"));
}

TEST(EnterpriseRegistry, WhatIsNoRegistryIsRefused) {
  const TemporaryFolder folder;
  Problems problems;
  EXPECT_FALSE(read_enterprise_registry(folder.write("r.csv", "id,value\n1,2\n"), "", "", problems));
  EXPECT_FALSE(read_enterprise_registry(folder.write("s.csv", "企业名称,产值(吨)\n甲,2\n"), "", "", problems));
  EXPECT_FALSE(read_enterprise_registry(folder.path() / "none.csv", "", "", problems));
  ASSERT_EQ(problems.list().size(), 3U);
  EXPECT_EQ(problems.list()[0].message, "found no column 企业名称 (name of the enterprise), expected it among id, value");
  EXPECT_EQ(problems.list()[1].message, "found the unit 吨, expected one of CNY");
}

TEST(EnterpriseRegistry, DamagedFilesNeverCrash) {
  const TemporaryFolder folder;
  std::size_t read_count = 0;
  testing::each_damaged_copy(sample, 200, [&](const std::string& text) {
    Problems problems;
    const auto tables = read_enterprise_registry(folder.write("r.csv", text), "", "", problems);
    EXPECT_EQ(tables.has_value(), problems.empty());
    read_count += tables ? 1 : 0;
  });
  EXPECT_GT(read_count, 20U);
  EXPECT_LT(read_count, 180U);
}

}  // namespace
}  // namespace parktwin::importers
