#pragma once
// What a saved run needs to be followed through changes: the scenario it was made of, as long as that still stands where it stood.
#include <cstdint>
#include <memory>
#include <string>

#include "engine/storage/storage.h"
#include "viz/window/followed_run.h"

namespace parktwin::cli {

/// Why the run's scenario cannot be read again: no file where the run found it, or another text in it. Empty: it can. `scenario` names the
/// file where it stands now; empty: where it stood.
[[nodiscard]] std::string why_not_followed(const storage::SavedRun& saved, const std::string& scenario);

/// Settings of the run's phase of that year (0: before the first phase). Throws InputError.
[[nodiscard]] viz::window::RunSettings followed_settings(const storage::SavedRun& saved, const std::string& scenario, std::int32_t year);

}  // namespace parktwin::cli
