#include "engine/storage/results_file.h"

#include "engine/storage/column_writer.h"

namespace parktwin::storage {
namespace {

constexpr std::size_t growth_bytes = 16 * 1024 * 1024;

hdf5::Handle create_file_in_memory() {
  const hdf5::Handle access(H5Pcreate(H5P_FILE_ACCESS), "cannot make file properties");
  hdf5::require(H5Pset_fapl_core(access.get(), growth_bytes, false), "cannot keep a file in memory");
  return {H5Fcreate("results.h5", H5F_ACC_TRUNC, H5P_DEFAULT, access.get()), "cannot create a file in memory"};
}

RunHeader header_of(const SavedRun& run) {
  return {run.version,
          run.scenario_name,
          run.scenario_text,
          run.criteria,
          run.assessed_on,
          run.seed,
          run.peak_memory_mib,
          content_hash_of(run.park).hex(),
          results_hash(run.results).hex()};
}

std::vector<std::byte> image_of(hid_t file) {
  hdf5::require(H5Fflush(file, H5F_SCOPE_GLOBAL), "cannot complete the file");
  const ssize_t size = hdf5::require(H5Fget_file_image(file, nullptr, 0), "cannot read the file back");
  std::vector<std::byte> bytes(static_cast<std::size_t>(size));
  hdf5::require(H5Fget_file_image(file, bytes.data(), bytes.size()), "cannot read the file back");
  return bytes;
}

}  // namespace

std::vector<std::byte> results_file(const SavedRun& run) {
  const hdf5::Session session;
  const hdf5::Handle file = create_file_in_memory();
  const hdf5::Handle root(H5Gopen2(file.get(), "/", H5P_DEFAULT), "cannot open the root group");
  hdf5::write_attribute(root.get(), "Conventions", std::string("CF-1.8"));
  hdf5::write_attribute(root.get(), "format", std::string("parktwin run"));
  hdf5::write_attribute(root.get(), "format_version", format_version);
  describe([&root](const Field& field, const auto& value) { hdf5::write_attribute(root.get(), std::string(field.name), value); },
           static_cast<const RunHeader&>(header_of(run)));
  ColumnWriter writer(run.park);
  writer.write_value(root.get(), Field{park_group, "", "the park as simulated"}, run.park);
  writer.write_value(root.get(), Field{"results", "", "what the simulators found"}, run.results);
  writer.write_value(root.get(), Field{"timings", "", "wall-clock time per stage"}, run.timings);
  writer.finish();
  return image_of(file.get());
}

}  // namespace parktwin::storage
