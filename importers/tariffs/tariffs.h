#pragma once
// An electricity tariff from a YAML file, whose keys are the fields of the tariff.
#include <filesystem>

#include "engine/simulators/energy/tariff/tariff.h"

namespace parktwin::importers {

/// Throws InputError with every problem: unknown keys, values out of range, neither 1 nor 12 bases, a period with two factors, a rule that
/// ends before it begins.
[[nodiscard]] energy::tariff::Tariff read_tariff(const std::filesystem::path& file);

}  // namespace parktwin::importers
