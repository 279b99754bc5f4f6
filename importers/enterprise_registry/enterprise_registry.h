#pragma once
// Registries of enterprises as Chinese parks keep them, CSV or XLSX, with the headers in use (企业名称, 统一社会信用代码, 行业代码,
// 注册地址, 宗地号, 从业人数, 年产值(万元) …), as one table for a recipe: row, name, credit_code, industry_code, sector, address, parcel,
// building, employees, yearly_output_cny, yearly_electricity_mwh, and all columns of the file under their own names. Credit codes that do
// not check and industry codes that are none are left out and named with their row.
#include <filesystem>

#include "importers/foreign_tables/foreign_tables.h"

namespace parktwin::importers {

/// `sheet` may be empty where there is one; `encoding` is that of a CSV (GBK, GB18030; empty: UTF-8). Merged cells are refused with sheet
/// and range, a registry without a column of names is a problem.
[[nodiscard]] std::optional<ForeignTables> read_enterprise_registry(const std::filesystem::path& file, const std::string& sheet,
                                                                    const std::string& encoding, Problems& problems);

}  // namespace parktwin::importers
