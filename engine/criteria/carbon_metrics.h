#pragma once
// What the year's carbon account says of a park that wants to be a zero-carbon one: emissions per energy used, energy used in standard
// coal, the share of clean energy. Energy is fuels, bought electricity and heat, and own sun and wind used in the park, in calorific
// equivalents.
#include <vector>

#include "engine/criteria/measurement.h"

namespace parktwin::criteria {

[[nodiscard]] std::vector<Metric> carbon_metrics();

}  // namespace parktwin::criteria
