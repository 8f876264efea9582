// Runs before the first paint: the light or dark that was chosen on this computer.
try {
  const scheme = localStorage.getItem('vigil.scheme');
  if (scheme === 'light' || scheme === 'dark') {
    document.documentElement.dataset.scheme = scheme;
  }
} catch (refused) {
  // Storage is switched off: the computer's own choice stands.
}
