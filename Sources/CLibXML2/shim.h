#ifndef TIAOWEN_CLIBXML2_SHIM_H
#define TIAOWEN_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// `xmlFree` is a mutable global function pointer, which Swift 6 does not
/// let us name.
static inline void tiaowen_xmlFree(void *pointer) { xmlFree(pointer); }

#endif
