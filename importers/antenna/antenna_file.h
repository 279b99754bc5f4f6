#pragma once
// Measured antenna patterns from the files antenna makers and planning tools exchange, by extension: .msi and .pln (msi.h), .ant
// (radio_mobile.h). Lines may end in CR LF, a UTF-8 byte order mark may lead.
#include <filesystem>

#include "importers/antenna/measured_pattern.h"

namespace parktwin::importers {

/// Both cuts complete. Throws InputError with every problem of the file, each with its line.
[[nodiscard]] MeasuredPattern read_antenna_file(const std::filesystem::path& file);

}  // namespace parktwin::importers
