// What a database exports, as one text that tests compare.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "store/store.h"

namespace kehoach {

// All rows of the export's tables; the message of the error where the database
// can't be opened.
inline std::string exported_rows(const std::string& database) {
  const auto store = open_store(database, Access::read);
  if (!store) return store.error().message;
  std::string all;
  for (const std::string_view table : export_tables()) {
    EXPECT_TRUE(
        (*store)->visit_table(table, [&](const std::vector<std::string>& row) {
          for (const std::string& cell : row) all += cell + "|";
          all += "\n";
          return true;
        }));
  }
  return all;
}

}  // namespace kehoach
