#pragma once
// From adoption to workloads: how many employees' workloads the park's data centres host in each month of each future. An enterprise counts
// with a quarter of its employees per level of cloud use. Enterprises on a public or hybrid cloud today count, those on a private one do
// not, those still to come count with the share that is expected to choose a public one.
#include "engine/simulators/cloud/adoption/adopters.h"
#include "engine/simulators/cloud/data_centre/data_centre.h"

namespace parktwin::cloud {

[[nodiscard]] data_centre::HostedEmployees hosted_employees(const Park& park, const adoption::AdoptionMonths& months, std::int32_t horizon,
                                                            const data_centre::Options& options);

/// Of one enterprise as the registry has it today; month 0 is their sum.
[[nodiscard]] double hosted_today(const Enterprise& enterprise, const data_centre::Options& options);

}  // namespace parktwin::cloud
