// libFuzzer over one of our parsers: parktwin_fuzz TARGET [options and folders of libFuzzer]. Without a target it lists their names.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/fuzz/bytes_alive.h"
#include "tests/fuzz/expectations.h"
#include "tests/fuzz/targets.h"

namespace {

std::vector<parktwin::fuzz::Target> all_targets() {
  std::vector<parktwin::fuzz::Target> all;
  for (const auto& list : {parktwin::fuzz::targets_of_texts(), parktwin::fuzz::targets_of_files(), parktwin::fuzz::targets_of_runs()})
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

/// Goes beyond any bound, which .ci/fuzz wants to see found; not listed.
void run_hoarding(const std::string& input) {
  const std::vector<char> kept(2 * parktwin::fuzz::mebibyte + 64 * input.size(), 'x');
  parktwin::fuzz::require(kept[input.size()] == 'x', "what is kept is there");
}

const parktwin::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  static const auto all = all_targets();
  const std::string name = *argc > 1 ? (*argv)[1] : "";
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& target) { return target.name == name; });
  static constexpr parktwin::fuzz::Target hoarding{"hoarding", run_hoarding, parktwin::fuzz::plain};
  if (name == hoarding.name) chosen = &hoarding;
  if (chosen == nullptr && found == all.end()) {
    for (const auto& target : all) std::printf("%s\n", std::string(target.name).c_str());
    std::exit(name.empty() ? 0 : 2);
  }
  if (chosen == nullptr) chosen = &*found;
  parktwin::fuzz::count_bytes_alive();
  std::copy(*argv + 2, *argv + *argc, *argv + 1);
  --*argc;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace parktwin::fuzz;
  begin_input(*chosen, size);
  chosen->run(std::string(reinterpret_cast<const char*>(bytes), size));
  end_input();
  return 0;
}
