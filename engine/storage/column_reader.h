#pragma once
// Reads described records from an HDF5 group, after column_layout.h; the inverse of column_writer.h. A field that is missing or does not
// fit becomes one problem with the dataset's path as its place, and reading goes on.
#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "engine/storage/column_layout.h"
#include "engine/storage/flat_geometry.h"
#include "engine/storage/hdf5_objects.h"
#include "engine/storage/id_positions.h"
#include "engine/storage/selection.h"

namespace parktwin::storage {

class ColumnReader {
 public:
  /// `root` holds the park group; `file` names the source in problems. All must outlive the reader.
  ColumnReader(hid_t root, std::string file, Problems& problems, Selection selection = {})
      : ids_(root), file_(std::move(file)), problems_(&problems), selection_(std::move(selection)) {}

  /// One record whose fields are members of the group at `path`.
  template <class Record>
  void read_record(hid_t group, const std::string& path, Record& record) {
    read_fields(group, path, std::vector<Record*>{&record}, Layout::single);
  }

  /// A field of its own.
  template <class M>
  void read_value(hid_t group, const std::string& path, const Field& field, M& value) {
    read_guarded(group, path, field, std::vector<M*>{&value}, Layout::single);
  }

 private:
  enum class Layout { single, column };
  template <class M>
  using Values = std::vector<M*>;

  template <class Row>
  void read_fields(hid_t group, const std::string& path, const Values<Row>& rows, Layout layout) {
    std::size_t position = 0;
    Row prototype{};
    describe(
        [&]<class M>(const Field& field, M&) {
          read_guarded(group, path, field, members<M>(rows, position), layout);
          ++position;
        },
        prototype);
  }

  template <class M>
  void read_guarded(hid_t group, const std::string& path, const Field& field, const Values<M>& values, Layout layout) {
    const std::string place = path + "/" + std::string(field.name);
    if (!selection_.touches(place)) return;
    try {
      read(group, place, field, values, layout);
    } catch (const hdf5::Failure& failure) {
      problems_->add(file_, place, failure.what());
    }
  }

  template <class M>
  void read(hid_t group, const std::string& place, const Field& field, const Values<M>& values, Layout layout) {
    if constexpr (ParkPart<M>) {
      typename M::Content content{};
      read(group, place, field, Values<typename M::Content>{&content}, layout);
      *values.front() = M(std::move(content));
    } else if constexpr (RecordTable<M>) {
      std::vector<typename M::Record> records;
      read(group, place, field, Values<std::vector<typename M::Record>>{&records}, layout);
      if (!problems_->empty()) return;  // a column is missing; the records are not whole
      require_unique_ids(records);
      *values.front() = M(std::move(records));
    } else if constexpr (Raster<M>) {
      read_raster(group, field, *values.front());
    } else if constexpr (NumberField<M>) {
      read_numbers(group, field, values);
    } else if constexpr (TextField<M>) {
      read_texts(group, field, values);
    } else if constexpr (Optional<M>) {
      read_optional(group, place, field, values, layout);
    } else if constexpr (Vector<M>) {
      read_vectors(group, place, field, values, layout);
    } else if constexpr (GeometryField<M>) {
      read_geometry<M>(group, field, values);
    } else {
      static_assert(Described<M>, "a field of a kind that cannot be stored");
      const hdf5::Handle below = hdf5::open_group(group, std::string(field.name));
      read_fields(below.get(), place, values, layout);
    }
  }

  template <NumberField M>
  void read_numbers(hid_t group, const Field& field, const Values<M>& values) {
    const hdf5::Handle dataset = open(group, field, values.size());
    const auto numbers = hdf5::read_numbers<StoredNumber<M>>(dataset.get());
    for (std::size_t i = 0; i < values.size(); ++i) {
      if constexpr (std::same_as<M, bool>) {
        *values[i] = numbers[i] != 0;
      } else {
        *values[i] = M(numbers[i]);
      }
    }
  }

  template <TextField M>
  void read_texts(hid_t group, const Field& field, const Values<M>& values) {
    const hdf5::Handle dataset = open(group, field, values.size());
    const std::vector<std::string> texts = hdf5::read_texts(dataset.get());
    for (std::size_t i = 0; i < values.size(); ++i) *values[i] = parse<M>(texts[i]);
  }

  template <Optional M>
  void read_optional(hid_t group, const std::string& place, const Field& field, const Values<M>& values, Layout layout) {
    using Content = typename M::value_type;
    Values<Content> contents;
    for (M* value : values) contents.push_back(&value->emplace());
    read(group, place, field, contents, layout);
    const std::string mask_name = std::string(field.name) + present_suffix;
    const hdf5::Handle mask = open(group, Field{mask_name, "", ""}, values.size());
    const auto present = hdf5::read_numbers<std::uint8_t>(mask.get());
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (present[i] == 0) values[i]->reset();
    }
  }

  template <Vector M>
  void read_vectors(hid_t group, const std::string& place, const Field& field, const Values<M>& values, Layout layout) {
    using Item = typename M::value_type;
    if constexpr (IdList<M>) {
      if (layout == Layout::column) return read_id_lists(group, field, values);
    }
    if constexpr (Described<Item>) {
      const hdf5::Handle below = hdf5::open_group(group, std::string(field.name));
      const std::size_t rows = hdf5::read_attribute<std::uint64_t>(below.get(), rows_attribute);
      const Offsets offsets = layout == Layout::single ? Offsets{0, rows} : read_offsets(below.get(), offsets_name, rows);
      read_fields(below.get(), place, resized<Item>(values, offsets), Layout::column);
    } else if (layout == Layout::single) {
      const Offsets offsets{0, column_length<Item>(group, field)};
      read(group, place, field, resized<Item>(values, offsets), Layout::column);
    } else {
      const hdf5::Handle below = hdf5::open_group(group, std::string(field.name));
      const Field items{values_name, field.unit, field.meaning};
      const Offsets offsets = read_offsets(below.get(), offsets_name, column_length<Item>(below.get(), items));
      read(below.get(), place + "/" + values_name, items, resized<Item>(values, offsets), Layout::column);
    }
  }

  template <IdList M>
  void read_id_lists(hid_t group, const Field& field, const Values<M>& values) {
    const hdf5::Handle dataset = open(group, field, values.size());
    const std::string separator = hdf5::read_text_attribute(dataset.get(), separator_attribute);
    const std::vector<std::string> texts = hdf5::read_texts(dataset.get());
    if (separator.empty()) throw hdf5::Failure("attribute separator is empty");
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t begin = 0; begin < texts[i].size();) {
        const std::size_t end = std::min(texts[i].find(separator, begin), texts[i].size());
        values[i]->push_back(parse<typename M::value_type>(texts[i].substr(begin, end - begin)));
        begin = end + separator.size();
      }
    }
  }

  template <GeometryField M>
  void read_geometry(hid_t group, const Field& field, const Values<M>& values) {
    const hdf5::Handle below = hdf5::open_group(group, std::string(field.name));
    const hdf5::Handle points = hdf5::open_dataset(below.get(), coordinates_name);
    const hdf5::Shape shape = hdf5::shape_of(points.get());
    if (shape.size() != 2 || shape[1] != 2) throw hdf5::Failure("expected coordinates of the shape [points, 2]");
    FlatGeometry flat;
    flat.xy = hdf5::read_numbers<double>(points.get());
    std::size_t items = shape[0];
    const auto level = [&](const char* name, Offsets& offsets) {
      offsets = read_offsets(below.get(), name, items);
      items = offsets.size() - 1;
    };
    if constexpr (std::same_as<M, LineString>) level("line_offsets", flat.rings);
    if constexpr (std::same_as<M, Polygon> || std::same_as<M, MultiPolygon>) {
      level("ring_offsets", flat.rings);
      level("polygon_offsets", flat.polygons);
    }
    if constexpr (std::same_as<M, MultiPolygon>) level("shape_offsets", flat.shapes);
    if (items != values.size()) throw hdf5::Failure("holds another number of shapes than the table has rows");
    for (std::size_t i = 0; i < values.size(); ++i) flat.get(i, *values[i]);
  }

  template <Raster M>
  void read_raster(hid_t group, const Field& field, M& grid) {
    const hdf5::Handle dataset = hdf5::open_dataset(group, std::string(field.name));
    const hdf5::Shape shape = hdf5::shape_of(dataset.get());
    constexpr auto largest = static_cast<hsize_t>(std::numeric_limits<std::int32_t>::max());
    if (shape.size() != 2 || shape[0] > largest || shape[1] > largest) throw hdf5::Failure("expected a raster of the shape [y, x]");
    grid.frame.rows = static_cast<std::int32_t>(shape[0]);
    grid.frame.columns = static_cast<std::int32_t>(shape[1]);
    grid.frame.origin.x = hdf5::read_attribute<double>(dataset.get(), "origin_x_m");
    grid.frame.origin.y = hdf5::read_attribute<double>(dataset.get(), "origin_y_m");
    grid.frame.cell_size = hdf5::read_attribute<double>(dataset.get(), "cell_size_m");
    grid.values = hdf5::read_numbers<typename M::Value>(dataset.get());
  }

  template <TextField M>
  [[nodiscard]] M parse(const std::string& text) {
    if constexpr (std::same_as<M, std::string>) {
      return text;
    } else if constexpr (NamedEnum<M>) {
      const auto value = parse_enum<M>(text);
      if (!value) throw hdf5::Failure("found \"" + text + "\", which is none of the known names");
      return *value;
    } else {
      return text.empty() ? M() : M(ids_.find(table_name<typename M::Record>(), text));
    }
  }

  /// Gives each vector the length its offsets say and returns the addresses of all items.
  template <class Item>
  static Values<Item> resized(const Values<std::vector<Item>>& vectors, const Offsets& offsets) {
    if (offsets.size() != vectors.size() + 1) throw hdf5::Failure("holds another number of lists than the table has rows");
    Values<Item> items;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      vectors[i]->resize(offsets[i + 1] - offsets[i]);
      for (Item& item : *vectors[i]) items.push_back(&item);
    }
    return items;
  }

  static Offsets read_offsets(hid_t group, const std::string& name, std::size_t count) {
    const hdf5::Handle dataset = hdf5::open_dataset(group, name);
    Offsets offsets = hdf5::read_numbers<std::uint64_t>(dataset.get());
    if (!offsets_fit(offsets, count)) throw hdf5::Failure(name + " do not fit the number of items");
    return offsets;
  }

  /// Number of values in a column of this kind.
  template <class M>
  static std::size_t column_length(hid_t group, const Field& field) {
    if constexpr (NumberField<M> || TextField<M> || Optional<M> || IdList<M>) {
      const std::string name = std::string(field.name) + (Optional<M> ? present_suffix : "");
      const hdf5::Handle dataset = hdf5::open_dataset(group, name);
      return hdf5::count_of(hdf5::shape_of(dataset.get()));
    } else {
      const hdf5::Handle below = hdf5::open_group(group, std::string(field.name));
      const char* counted = offsets_name.c_str();
      if constexpr (std::same_as<M, LineString>) counted = "line_offsets";
      if constexpr (std::same_as<M, Polygon>) counted = "polygon_offsets";
      if constexpr (std::same_as<M, MultiPolygon>) counted = "shape_offsets";
      if constexpr (std::same_as<M, Point>) counted = coordinates_name.c_str();
      const hdf5::Handle dataset = hdf5::open_dataset(below.get(), counted);
      const hdf5::Shape shape = hdf5::shape_of(dataset.get());
      if (shape.empty() || (shape[0] == 0 && !std::same_as<M, Point>)) throw hdf5::Failure("holds no offsets");
      return std::same_as<M, Point> ? shape[0] : shape[0] - 1;
    }
  }

  static hdf5::Handle open(hid_t group, const Field& field, std::size_t count) {
    hdf5::Handle dataset = hdf5::open_dataset(group, std::string(field.name));
    const std::size_t found = hdf5::count_of(hdf5::shape_of(dataset.get()));
    if (found != count) throw hdf5::Failure("found " + std::to_string(found) + " values, expected " + std::to_string(count));
    return dataset;
  }

  template <class Record>
  static void require_unique_ids(const std::vector<Record>& records) {
    std::set<std::string_view> seen;
    for (const Record& record : records) {
      if (!seen.insert(record.id).second) throw hdf5::Failure("id " + record.id + " occurs twice");
    }
  }

  IdPositions ids_;
  std::string file_;
  Problems* problems_;
  Selection selection_;
};

}  // namespace parktwin::storage
