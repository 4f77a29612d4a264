#ifndef TIAOWEN_CLIBXML2_SHIM_H
#define TIAOWEN_CLIBXML2_SHIM_H

#include <dlfcn.h>
#include <stdbool.h>

// Debian's headers name ICU's types in a structure that nobody here looks
// into. Foundation brings an ICU of its own, and one module that sees both does
// not compile.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// The functions of libxml2 that we call, typed by its own header.
///
/// The library is loaded when the first page is read and not when the tool
/// starts: it brings others with it and costs more than a whole search.
struct tiaowen_libxml2 {
  __typeof__(htmlReadMemory) *htmlReadMemory;
  __typeof__(xmlReadMemory) *xmlReadMemory;
  __typeof__(xmlFreeDoc) *xmlFreeDoc;
  __typeof__(xmlGetLastError) *xmlGetLastError;
  __typeof__(xmlResetLastError) *xmlResetLastError;
};

/// Loads the library; false when it is not installed.
static inline bool tiaowen_libxml2_load(struct tiaowen_libxml2 *functions) {
  void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  __typeof__(xmlInitParser) *initialize = dlsym(library, "xmlInitParser");
  functions->htmlReadMemory = dlsym(library, "htmlReadMemory");
  functions->xmlReadMemory = dlsym(library, "xmlReadMemory");
  functions->xmlFreeDoc = dlsym(library, "xmlFreeDoc");
  functions->xmlGetLastError = dlsym(library, "xmlGetLastError");
  functions->xmlResetLastError = dlsym(library, "xmlResetLastError");
  if (!initialize || !functions->htmlReadMemory || !functions->xmlReadMemory ||
      !functions->xmlFreeDoc || !functions->xmlGetLastError ||
      !functions->xmlResetLastError)
    return false;
  initialize();
  return true;
}

#endif
