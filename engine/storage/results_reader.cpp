#include <fmt/format.h>

#include <fstream>
#include <map>
#include <new>
#include <stdexcept>
#include <system_error>

#include "engine/storage/column_reader.h"
#include "engine/storage/part_hashes.h"
#include "engine/storage/results_file.h"

namespace parktwin::storage {
namespace {

hdf5::Handle open_file(const std::string& name) {
  std::error_code unreadable;
  const auto status = std::filesystem::status(name, unreadable);
  if (status.type() == std::filesystem::file_type::not_found)
    throw InputError(name, "", "the file is missing; expected the results of a run");
  if (status.type() != std::filesystem::file_type::regular)
    throw InputError(name, "", "found no regular file; expected the results of a run");
  if (!std::ifstream(name, std::ios::binary)) throw InputError(name, "", "the file cannot be opened for reading");
  if (H5Fis_hdf5(name.c_str()) <= 0) throw InputError(name, "", "found no HDF5 file; expected the results of a run");
  const hid_t file = H5Fopen(name.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  if (file < 0) throw InputError(name, "", hdf5::failure("the HDF5 file is truncated or damaged").what());
  return {file, "cannot open the file"};
}

void require_format(hid_t root, const std::string& name) {
  std::string format;
  try {
    format = hdf5::read_text_attribute(root, "format");
  } catch (const hdf5::Failure&) {
    throw InputError(name, "attribute format", "the HDF5 file was not written by parktwin");
  }
  if (format != "parktwin run") throw InputError(name, "attribute format", "found \"" + format + "\", expected \"parktwin run\"");
  const auto version = hdf5::read_attribute<std::int32_t>(root, "format_version");
  if (version != format_version) {
    throw InputError(
        name, "attribute format_version",
        fmt::format("found format version {}, this parktwin reads version {}; run the scenario again", version, format_version));
  }
}

RunHeader read_header(hid_t root, const std::string& name, Problems& problems) {
  RunHeader header;
  describe(
      [&]<class M>(const Field& field, M& value) {
        try {
          if constexpr (std::same_as<M, std::string>) {
            value = hdf5::read_text_attribute(root, std::string(field.name));
          } else {
            value = hdf5::read_attribute<M>(root, std::string(field.name));
          }
        } catch (const hdf5::Failure& failure) {
          problems.add(name, "/", failure.what());
        }
      },
      header);
  return header;
}

constexpr const char* other_hash = "the content does not have the hash it was saved with";

void check_whole(const SavedRun& run, const RunHeader& header, const std::string& name, Problems& problems) {
  if (content_hash_of(run.park).hex() != header.park_hash) problems.add(name, "/park", other_hash);
  if (results_hash(run.results).hex() != header.results_hash) problems.add(name, "/results", other_hash);
}

/// Every part that is wholly read.
void check_parts(const SavedRun& run, const std::vector<PartHash>& saved, const Selection& selection, const std::string& name,
                 Problems& problems) {
  std::map<std::string, std::string> hashes;
  for (const PartHash& part : saved) hashes.emplace(part.path, part.hash);
  for (const PartHash& part : part_hashes(run.park, run.results)) {
    if (selection.covers(part.path) && hashes[part.path] != part.hash) problems.add(name, part.path, other_hash);
  }
}

SavedRun read_run(hid_t root, const std::string& name, const Selection& asked) {
  Problems problems;
  const RunHeader header = read_header(root, name, problems);
  SavedRun run;
  std::vector<PartHash> hashes;
  const Selection selection = H5Lexists(root, "part_hashes", H5P_DEFAULT) > 0 ? asked : Selection{};
  ColumnReader reader(root, name, problems, selection);
  reader.read_value(root, "", Field{park_group, "", ""}, run.park);
  reader.read_value(root, "", Field{"results", "", ""}, run.results);
  ColumnReader rest(root, name, problems);
  rest.read_value(root, "", Field{"files", "", ""}, run.files);
  if (H5Lexists(root, "views", H5P_DEFAULT) > 0) rest.read_value(root, "", Field{"views", "", ""}, run.views);
  rest.read_value(root, "", Field{"timings", "", ""}, run.timings);
  if (!selection.is_whole()) rest.read_value(root, "", Field{"part_hashes", "", ""}, hashes);
  problems.throw_if_any();
  if (selection.is_whole()) {
    check_whole(run, header, name, problems);
  } else {
    check_parts(run, hashes, selection, name, problems);
  }
  problems.throw_if_any();
  run.results_hash = header.results_hash;
  run.version = header.parktwin_version;
  run.scenario_name = header.scenario_name;
  run.scenario_text = header.scenario_text;
  run.criteria = header.criteria;
  run.assessed_on = header.assessed_on;
  run.seed = header.seed;
  run.peak_memory_mib = header.peak_memory_mib;
  return run;
}

}  // namespace

SavedRun read_results_file(const std::filesystem::path& file, const Selection& selection) {
  const hdf5::Session session;
  const std::string name = file.string();
  const hdf5::Handle handle = open_file(name);
  try {
    const hdf5::Handle root(H5Gopen2(handle.get(), "/", H5P_DEFAULT), "cannot open the root group");
    require_format(root.get(), name);
    return read_run(root.get(), name, selection);
  } catch (const hdf5::Failure& failure) {
    throw InputError(name, "/", failure.what());
  } catch (const std::bad_alloc&) {
    throw InputError(name, "", "a dataset claims more values than fit in memory; the file is damaged");
  } catch (const std::length_error&) {
    throw InputError(name, "", "a dataset claims more values than fit in memory; the file is damaged");
  }
}

}  // namespace parktwin::storage
