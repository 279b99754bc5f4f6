#include "importers/gdal_layers/source_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "importers/gdal_layers/gdal_session.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using testing::TemporaryFolder;

/// Writes through GDAL's file system, which packs and zips.
void write_packed(const std::string& name, const std::string& text) {
  const GdalSession session;
  VSILFILE* file = VSIFOpenL(name.c_str(), "wb");
  ASSERT_NE(file, nullptr) << name;
  for (std::size_t done = 0; done < text.size(); done += 1U << 20U) {
    const auto step = std::min<std::size_t>(1U << 20U, text.size() - done);
    ASSERT_EQ(VSIFWriteL(text.data() + done, 1, step, file), step);
  }
  VSIFCloseL(file);
}

TEST(SourceText, GbkBecomesUtf8) {
  EXPECT_EQ(as_utf8("\xC6\xF3\xD2\xB5", "GBK"), "企业");
  EXPECT_EQ(as_utf8("企业", ""), "企业");
  EXPECT_EQ(as_utf8("\xEF\xBB\xBFid", "UTF-8"), "id");
  EXPECT_EQ(as_utf8("\xC6\xF3\xD2\xB5", ""), std::nullopt);
  EXPECT_EQ(as_utf8("abc", "no such encoding"), std::nullopt);
}

TEST(SourceText, AGzipThatUnfoldsBeyondBoundsIsRefused) {
  const TemporaryFolder folder;
  const auto honest = folder.path() / "map.osm.gz";
  write_packed("/vsigzip/" + honest.string(), "<osm version=\"0.6\"></osm>");
  EXPECT_EQ(fault_of_gzip(honest), std::nullopt);
  const auto bomb = folder.path() / "bomb.osm.gz";
  write_packed("/vsigzip/" + bomb.string(), std::string(80U << 20U, ' '));
  EXPECT_THAT(fault_of_gzip(bomb).value_or(""), ::testing::HasSubstr("unfolds to more than 200 times"));
  auto bytes = testing::bytes_of(honest);
  const auto broken = folder.write("broken.osm.gz", bytes.substr(0, bytes.size() / 2) + "xxxxxxxxxxxxxxxxxxx");
  EXPECT_TRUE(fault_of_gzip(broken).has_value());
  EXPECT_TRUE(fault_of_gzip(folder.write("text.osm.gz", "no gzip at all, but text of some length")).has_value());
}

/// A spreadsheet with one sheet of two columns, written by GDAL.
std::filesystem::path spreadsheet(const TemporaryFolder& folder) {
  const GdalSession session;
  const auto file = folder.path() / "table.xlsx";
  auto* driver = GetGDALDriverManager()->GetDriverByName("XLSX");
  GDALDatasetUniquePtr set(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  auto* layer = set->CreateLayer("企业", nullptr, wkbNone, nullptr);
  OGRFieldDefn field("名称", OFTString);
  EXPECT_EQ(layer->CreateField(&field), OGRERR_NONE);
  OGRFeature row(layer->GetLayerDefn());
  row.SetField(0, "甲");
  EXPECT_EQ(layer->CreateFeature(&row), OGRERR_NONE);
  return file;
}

TEST(SourceText, MergedCellsAreNamed) {
  const TemporaryFolder folder;
  const auto file = spreadsheet(folder);
  EXPECT_EQ(fault_of_spreadsheet(file, ""), std::nullopt);
  std::string sheet;
  {
    const GdalSession session;
    VSILFILE* part = VSIFOpenL(("/vsizip/{" + file.string() + "}/xl/worksheets/sheet1.xml").c_str(), "rb");
    ASSERT_NE(part, nullptr);
    sheet.resize(100000);
    sheet.resize(VSIFReadL(sheet.data(), 1, sheet.size(), part));
    VSIFCloseL(part);
  }
  const auto end = sheet.find("</worksheet>");
  ASSERT_NE(end, std::string::npos);
  sheet.insert(end, "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>");
  const auto merged = folder.path() / "merged.xlsx";
  const std::string from = "/vsizip/{" + file.string() + "}/";
  const std::string into = "/vsizip/" + merged.string();
  VSILFILE* archive = VSIFOpenL(into.c_str(), "wb");
  ASSERT_NE(archive, nullptr);
  for (const std::string part : {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
    VSILFILE* source = VSIFOpenL((from + part).c_str(), "rb");
    ASSERT_NE(source, nullptr) << part;
    std::string text(100000, '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), source));
    VSIFCloseL(source);
    write_packed(into + "/" + part, text);
  }
  write_packed(into + "/xl/worksheets/sheet1.xml", sheet);
  VSIFCloseL(archive);
  EXPECT_THAT(fault_of_spreadsheet(merged, "").value_or(""), ::testing::HasSubstr("sheet 企业: the cells A2:A3 are merged"));
}

TEST(SourceText, WhatIsNoSpreadsheetIsSaid) {
  const TemporaryFolder folder;
  EXPECT_TRUE(fault_of_spreadsheet(folder.write("text.xlsx", "id,name\n"), "").has_value());
}

}  // namespace
}  // namespace parktwin::importers
