import { useEffect } from 'react';
import { plans } from './plans';

const track = (value) => window.rtp && window.rtp('send', 'event', { value });

export default function PricingTable() {
  useEffect(() => {
    window.rtp('send', 'event', { value: 'Pricing: seen' });
  }, []);

  return (
    <>
      {plans.map((plan) => (
        <button key={plan.id} onClick={() => track(plan.name)}>
          {plan.name}
        </button>
      ))}
      <a href="/contact" onClick={() => rtp('send', 'event', { value: 'Pricing: contact' })}>
        Don&apos;t see your plan?
      </a>
    </>
  );
}
